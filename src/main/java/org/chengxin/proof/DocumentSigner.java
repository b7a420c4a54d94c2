package org.chengxin.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.chengxin.shared.Sha256;

/**
 * Signs documents: a detached CMS (RFC 5652) with SHA-256, the moment of signing and the certificates bound into what is signed
 * (RFC 5035). Safe for many threads.
 */
public final class DocumentSigner {

    /** A signature of ECDSA varies by some bytes. */
    private static final int SLACK = 16;

    private final DocumentKey key;
    private final int longest;

    DocumentSigner(DocumentKey key) {
        this.key = key;
        this.longest = sign(Instant.EPOCH).length + SLACK;
    }

    /** Who signs, for people: the common name of the certificate. */
    public String signer() {
        return key.signer();
    }

    /** Whether nobody vouches for the key: the portal made it for itself. */
    public boolean development() {
        return key.development();
    }

    /** Bytes that no signature is longer than. */
    public int longest() {
        return longest;
    }

    /**
     * The DER of a signature.
     *
     * @param at stated as the moment of signing, to the second
     * @param content what is signed, part by part
     */
    public byte[] sign(Instant at, Part... content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(at)))
                    .build(
                            new JcaContentSignerBuilder(
                                            key.jwk().algorithm().equals("ES256") ? "SHA256withECDSA" : "SHA256withRSA")
                                    .build(key.key()),
                            key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator.generate(new Content(content), false).getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException failure) {
            throw new IllegalStateException("a document cannot be signed", failure);
        }
    }

    private AttributeTable attributes(Instant at) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        ESSCertIDv2[] chain = key.encodedChain().stream()
                .map(certificate -> new ESSCertIDv2(Sha256.of(certificate)))
                .toArray(ESSCertIDv2[]::new);
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(chain))));
        return new AttributeTable(attributes);
    }

    /** A run of bytes inside an array. */
    public record Part(byte[] bytes, int from, int length) {}

    private record Content(Part... parts) implements CMSTypedData {

        @Override
        public ASN1ObjectIdentifier getContentType() {
            return PKCSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            for (Part part : parts) {
                out.write(part.bytes, part.from, part.length);
            }
        }

        @Override
        public Object getContent() {
            return parts.clone();
        }
    }
}
