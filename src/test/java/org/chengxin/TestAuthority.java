package org.chengxin;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** A certificate authority as an operator makes one for servers of his own. */
public final class TestAuthority {

    private final KeyPair keys = keys();
    private final X500Name name;
    private final X509Certificate certificate;

    public TestAuthority(String name) throws GeneralSecurityException, IOException {
        this.name = new X500Name("CN=" + name);
        X509v3CertificateBuilder own =
                builder(this.name, keys.getPublic(), Instant.now().plus(Duration.ofDays(1)));
        own.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        certificate = signed(own);
    }

    /** Its certificate, as the setting of a portal names it. */
    public Path writeTo(Path file) throws IOException, GeneralSecurityException {
        StringWriter pem = new StringWriter();
        try (PemWriter writer = new PemWriter(pem)) {
            writer.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
        }
        return Files.writeString(file, pem.toString());
    }

    /** What a server of these addresses shows until then. */
    public SSLContext server(Instant until, String... addresses) throws GeneralSecurityException, IOException {
        KeyPair own = keys();
        X509v3CertificateBuilder builder = builder(new X500Name("CN=node"), own.getPublic(), until);
        GeneralName[] names = Stream.of(addresses)
                .map(address -> new GeneralName(
                        address.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, address))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("node", own.getPrivate(), new char[0], new X509Certificate[] {signed(builder), certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** A certificate for the holder of a key, for the two days until then, and its own behind it. */
    public List<X509Certificate> chain(String holder, PublicKey key, Instant until) throws GeneralSecurityException {
        return List.of(signed(builder(new X500Name("CN=" + holder), key, until)), certificate);
    }

    private X509v3CertificateBuilder builder(X500Name subject, PublicKey key, Instant until) {
        return new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, new SecureRandom()).setBit(120),
                Date.from(until.minus(Duration.ofDays(2))),
                Date.from(until),
                subject,
                key);
    }

    private X509Certificate signed(X509v3CertificateBuilder builder) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
