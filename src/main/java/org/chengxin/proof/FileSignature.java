package org.chengxin.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A detached CMS signature found in a PDF.
 *
 * @param whole whether it is meant to cover every byte of the file but itself, and stands there as the portal writes it
 */
record FileSignature(SignerInformation information, X509Certificate certificate, boolean whole) {

    /** Where the signed parts of a file lie (ISO 32000-1, 12.8.1): two runs of bytes, the signature between them. */
    private static final Pattern BYTE_RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");

    /**
     * The first signature in a file; empty when there is none that can be read.
     *
     * @param text the file, a character for each byte
     */
    static Optional<FileSignature> in(byte[] file, String text) {
        Matcher range = BYTE_RANGE.matcher(text);
        if (!range.find()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(range.group(1));
        int gap = start + Integer.parseInt(range.group(2));
        int rest = Integer.parseInt(range.group(3));
        int end = rest + Integer.parseInt(range.group(4));
        if (start > gap || gap + 2 > rest || rest > end || end > file.length) {
            return Optional.empty();
        }
        ByteArrayOutputStream signed = new ByteArrayOutputStream(file.length);
        signed.write(file, start, gap - start);
        signed.write(file, rest, end - rest);
        try {
            byte[] der = HexFormat.of().parseHex(text, gap + 1, rest - 1);
            // as a stream: the room that the signature did not need is filled with zeros
            CMSSignedData cms =
                    new CMSSignedData(new CMSProcessableByteArray(signed.toByteArray()), new ByteArrayInputStream(der));
            SignerInformation signer = only(cms.getSignerInfos().getSigners());
            X509CertificateHolder certificate = only(cms.getCertificates().getMatches(null).stream()
                    .filter(signer.getSID()::match)
                    .toList());
            boolean whole = start == 0
                    && end == file.length
                    && text.substring(gap, rest).equals(written(cms, signer, certificate, rest - gap));
            return Optional.of(
                    new FileSignature(signer, new JcaX509CertificateConverter().getCertificate(certificate), whole));
        } catch (CMSException
                | CertificateException
                | IOException
                | IllegalArgumentException
                | IllegalStateException broken) {
            return Optional.empty();
        }
    }

    /**
     * What must stand in the room of a signature. A signature does not cover itself: it is made anew from what its signed attributes
     * bind (RFC 5035 for the certificates, RFC 6211 for the algorithms), so that no byte of it can be another unseen. Empty when they
     * do not bind everything.
     */
    private static String written(
            CMSSignedData cms, SignerInformation signer, X509CertificateHolder certificate, int room)
            throws IOException {
        CMSAlgorithmProtection protection =
                CMSAlgorithmProtection.getInstance(bound(signer, CMSAttributes.cmsAlgorithmProtect));
        SigningCertificateV2 certificates =
                SigningCertificateV2.getInstance(bound(signer, PKCSObjectIdentifiers.id_aa_signingCertificateV2));
        if (protection == null || protection.getSignatureAlgorithm() == null || certificates == null) {
            return "";
        }
        Set<String> hashes = new HashSet<>();
        for (ESSCertIDv2 one : certificates.getCerts()) {
            hashes.add(HexFormat.of().formatHex(one.getCertHash()));
        }
        ASN1EncodableVector chain = new ASN1EncodableVector();
        for (X509CertificateHolder one : cms.getCertificates().getMatches(null)) {
            if (!hashes.contains(HexFormat.of().formatHex(Sha256.of(one.getEncoded())))) {
                return "";
            }
            chain.add(one.toASN1Structure());
        }
        if (chain.size() != hashes.size()) {
            return "";
        }
        SignerInfo given = signer.toASN1Structure();
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(certificate.toASN1Structure())),
                protection.getDigestAlgorithm(),
                given.getAuthenticatedAttributes(),
                protection.getSignatureAlgorithm(),
                given.getEncryptedDigest(),
                (ASN1Set) null);
        SignedData data = new SignedData(
                new DERSet(protection.getDigestAlgorithm()),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(chain),
                null,
                new DERSet(info));
        String hex = HexFormat.of()
                .formatHex(new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER));
        return "<" + hex + "0".repeat(Math.max(0, room - 2 - hex.length())) + ">";
    }

    /** The value of a signed attribute, null when there is none. */
    private static @Nullable ASN1Encodable bound(SignerInformation signer, ASN1ObjectIdentifier kind) {
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute attribute = attributes == null ? null : attributes.get(kind);
        return attribute == null || attribute.getAttrValues().size() != 1
                ? null
                : attribute.getAttrValues().getObjectAt(0);
    }

    private static <T> T only(Collection<T> of) {
        if (of.size() != 1) {
            throw new IllegalArgumentException(of.size() + " where one is needed");
        }
        return of.iterator().next();
    }

    /** Whether it covers the whole file and is what its certificate's key says of it. */
    boolean holds() {
        try {
            return whole
                    && information.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException broken) {
            return false;
        }
    }

    /** Whether its certificate has a key of the portal. */
    boolean names(PublishedKey key) {
        try {
            return Jwk.of(certificate.getPublicKey()).members().equals(key.jwk());
        } catch (IllegalArgumentException otherKind) {
            return false;
        }
    }

    /** Whether its certificate has a key of the portal that was in force when it was made. */
    boolean isBy(PublishedKey key) {
        return names(key) && key.inForce(signedAt());
    }

    /** The moment it states; the end of time when it states none. */
    private Instant signedAt() {
        ASN1Encodable time = bound(information, CMSAttributes.signingTime);
        return time == null ? Instant.MAX : Time.getInstance(time).getDate().toInstant();
    }

    /** Who the certificate says it is. */
    String signer() {
        return DocumentKey.name(certificate);
    }
}
