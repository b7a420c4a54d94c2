package org.chengxin.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.StartupFailure;
import org.chengxin.platform.store.DataDirectory;
import org.jspecify.annotations.Nullable;

/** Where the key of documents comes from: a PKCS#12 file named by the settings, or one the portal makes for itself. */
final class DocumentKeys {

    private static final String DEVELOPMENT_FILE = "keys/documents.pem";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final int YEARS = 10;

    private final DataDirectory directory;
    private final ChengxinProperties.Keys settings;
    private final String signer;

    /** @param signer common name of a development certificate */
    DocumentKeys(DataDirectory directory, ChengxinProperties.Keys settings, String signer) {
        this.directory = directory;
        this.settings = settings;
        this.signer = signer;
    }

    boolean development() {
        return settings.file() == null;
    }

    /**
     * The key in force; a development key is made when there is none.
     *
     * @throws StartupFailure when the file of the settings cannot be used
     */
    DocumentKey current(Instant now) {
        if (!development()) {
            return ofSettings(now);
        }
        return directory.secret(DEVELOPMENT_FILE).map(DocumentKeys::read).orElseGet(() -> renewDevelopmentKey(now));
    }

    /** Makes another development key, which takes the place of the last one. */
    DocumentKey renewDevelopmentKey(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = selfSigned(pair, now);
            directory.writeSecret(
                    DEVELOPMENT_FILE,
                    pem(PRIVATE_KEY, pair.getPrivate().getEncoded()) + pem(CERTIFICATE, certificate.getEncoded()));
            return DocumentKey.of(pair.getPrivate(), List.of(certificate), true);
        } catch (GeneralSecurityException | OperatorCreationException | IOException failure) {
            throw new IllegalStateException("a development key cannot be made", failure);
        }
    }

    private X509Certificate selfSigned(KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, signer)
                .addRDN(BCStyle.OU, "开发密钥 development key")
                .build();
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, new SecureRandom()).setBit(120),
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(YEARS * 365L, ChronoUnit.DAYS)),
                name,
                pair.getPublic());
        certificate.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static String pem(String type, byte[] content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        }
        return text.toString();
    }

    private static DocumentKey read(String pem) {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(content(reader.readPemObject())));
            byte[] certificate = content(reader.readPemObject());
            return DocumentKey.of(key, List.of(certificate(certificate)), true);
        } catch (GeneralSecurityException | IOException failure) {
            throw unusable(DEVELOPMENT_FILE, failure);
        }
    }

    private static byte[] content(@Nullable PemObject object) throws IOException {
        if (object == null) {
            throw new IOException("a part is missing");
        }
        return object.getContent();
    }

    static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private DocumentKey ofSettings(Instant now) {
        char[] password = settings.password().toCharArray();
        try (InputStream in = Files.newInputStream(settings.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            String alias = alias(store);
            if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
                throw new GeneralSecurityException("no private key under the alias " + alias);
            }
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : store.getCertificateChain(alias)) {
                chain.add((X509Certificate) certificate);
            }
            chain.get(0).checkValidity(Date.from(now));
            return DocumentKey.of(key, chain, false);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException failure) {
            throw unusable(String.valueOf(settings.file()), failure);
        }
    }

    private String alias(KeyStore store) throws GeneralSecurityException {
        if (settings.alias() != null) {
            return settings.alias();
        }
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new GeneralSecurityException("it holds " + keys.size() + " keys: name one with chengxin.keys.alias");
        }
        return keys.get(0);
    }

    private static StartupFailure unusable(String file, Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new StartupFailure(
                "签名密钥不能使用：" + file + "，" + root.getMessage() + " (the key of documents cannot be used)",
                "请检查 CHENGXIN_KEYS_FILE / _PASSWORD / _ALIAS (check the file, its password, the alias and the certificate's dates)",
                failure);
    }
}
