package org.chengxin.report;

import java.io.ByteArrayInputStream;
import java.security.cert.X509Certificate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks signatures and the form for archives with libraries that did not write them. */
final class Signatures {

    private Signatures() {}

    /** Whether the signature covers the whole file and holds; a file that cannot be read has none that does. */
    static boolean valid(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = document.getLastSignatureDictionary();
            int[] range = signature.getByteRange();
            if (range[0] != 0 || range[2] + range[3] != pdf.length) {
                return false;
            }
            CMSSignedData cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)),
                    new ByteArrayInputStream(signature.getContents(pdf)));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate(cms)));
        } catch (Exception broken) {
            return false;
        }
    }

    static X509Certificate certificate(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return certificate(
                    new CMSSignedData(document.getLastSignatureDictionary().getContents(pdf)));
        }
    }

    private static X509Certificate certificate(CMSSignedData cms) throws Exception {
        SignerInformation signer = cms.getSignerInfos().iterator().next();
        X509CertificateHolder found = (X509CertificateHolder)
                cms.getCertificates().getMatches(signer.getSID()).iterator().next();
        return new JcaX509CertificateConverter().getCertificate(found);
    }

    /** What veraPDF says of a file as PDF/A-1b. */
    static ValidationResult archived(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_1_B)) {
            return Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFA_1_B, false)
                    .validate(parser);
        }
    }
}
