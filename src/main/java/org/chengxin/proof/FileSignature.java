package org.chengxin.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A detached CMS signature found in a PDF.
 *
 * @param whole whether it is meant to cover every byte of the file but itself
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
            boolean framed = text.charAt(gap) == '<' && text.charAt(rest - 1) == '>';
            return Optional.of(new FileSignature(
                    signer,
                    new JcaX509CertificateConverter().getCertificate(certificate),
                    framed && start == 0 && end == file.length));
        } catch (CMSException | CertificateException | IllegalArgumentException | IllegalStateException broken) {
            return Optional.empty();
        }
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
        Attribute time = information.getSignedAttributes() == null
                ? null
                : information.getSignedAttributes().get(CMSAttributes.signingTime);
        return time == null
                ? Instant.MAX
                : Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant();
    }

    /** Who the certificate says it is. */
    String signer() {
        return DocumentKey.name(certificate);
    }
}
