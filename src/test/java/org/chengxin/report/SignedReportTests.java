package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.chengxin.proof.DocumentCheck;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archive;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.results.ValidationResult;

/** What others say of a signed report: PDFBox, Bouncy Castle and veraPDF. */
class SignedReportTests {

    private static final byte[] REPORT = ReportWorld.write(
            ReportWorld.archive(ReportWorld.permit(1), ReportWorld.red(), ReportWorld.penalty()), ReportWorld.CHINESE);

    @Test
    void itsSignatureCoversAllOfItAndHolds() throws Exception {
        assertThat(Signatures.valid(REPORT)).isTrue();
        try (PDDocument document = Loader.loadPDF(REPORT)) {
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            assertThat(signature.getSubFilter()).isEqualTo("adbe.pkcs7.detached");
            assertThat(signature.getName()).isEqualTo(TestKeys.signer().signer());
            assertThat(signature.getSignDate().toInstant()).isEqualTo(ReportWorld.NOW);
        }
    }

    @Test
    void anyChangedByteBreaksIt() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        Random random = new Random(seed);
        List<Integer> places = new ArrayList<>(List.of(0, 9, REPORT.length - 1));
        for (int i = 0; i < 60; i++) {
            places.add(random.nextInt(REPORT.length));
        }
        for (int at : places) {
            byte[] changed = changed(REPORT, at, 1 << random.nextInt(8));
            assertThat(TestKeys.check().of(changed))
                    .as("seed=" + seed + " byte " + at)
                    .isEqualTo(new DocumentCheck.Finding.Altered());
            if (at < roomOf(REPORT) || at >= endOf(REPORT)) {
                assertThat(Signatures.valid(changed))
                        .as("seed=" + seed + " byte " + at)
                        .isFalse();
            }
        }
        byte[] longer = Arrays.copyOf(REPORT, REPORT.length + 1);
        assertThat(Signatures.valid(longer)).as("a byte added").isFalse();
        assertThat(TestKeys.check().of(longer)).as("a byte added").isEqualTo(new DocumentCheck.Finding.Altered());
        assertThat(TestKeys.check().of(Arrays.copyOf(REPORT, REPORT.length - 1)))
                .as("a byte cut off")
                .isEqualTo(new DocumentCheck.Finding.Altered());
    }

    @Test
    void anyChangedBitOfTheSignatureItselfIsFound() {
        int end = endOf(REPORT);
        for (int at = roomOf(REPORT); at < end; at++) {
            for (int bit = 1; bit < 1 << 8; bit <<= 1) {
                assertThat(TestKeys.check().of(changed(REPORT, at, bit)))
                        .as("byte " + at + " bit " + bit)
                        .isEqualTo(new DocumentCheck.Finding.Altered());
            }
        }
    }

    @Test
    void holdsByAnOperatorsKeyAndAllOfItsChain() {
        byte[] report = ReportWorld.write(TestKeys.operator(), ReportWorld.archive(ReportWorld.red()));
        assertThat(Signatures.valid(report)).isTrue();
        assertThat(TestKeys.check().of(report)).isEqualTo(new DocumentCheck.Finding.Genuine());
        int end = endOf(report);
        for (int at = roomOf(report); at < end; at++) {
            assertThat(TestKeys.check().of(changed(report, at, 1)))
                    .as("byte " + at)
                    .isEqualTo(new DocumentCheck.Finding.Altered());
        }
    }

    @Test
    void whatIsWrongIsTold() {
        assertThat(TestKeys.check().of(REPORT)).isEqualTo(new DocumentCheck.Finding.Genuine());
        assertThat(TestKeys.check(ReportWorld.NOW.minusSeconds(1)).of(REPORT))
                .as("signed when the key was not used any more")
                .isEqualTo(new DocumentCheck.Finding.Foreign("信用黄石·电商诚信"));
        byte[] copy = ReportWorld.write(TestKeys.signer("信用黄石·电商诚信"), ReportWorld.archive(ReportWorld.red()));
        assertThat(Signatures.valid(copy)).isTrue();
        assertThat(TestKeys.check().of(copy))
                .as("the same name on another key")
                .isEqualTo(new DocumentCheck.Finding.Foreign("信用黄石·电商诚信"));
        for (byte[] other :
                List.of(new byte[0], "%PDF-1.4 /ByteRange [0 9 9 99999]".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(TestKeys.check().of(other)).isEqualTo(new DocumentCheck.Finding.Unsigned());
        }
    }

    @Test
    void showsWhoSignedWhenAndThatTheKeyIsForDevelopment() throws Exception {
        try (PDDocument document = Loader.loadPDF(REPORT)) {
            PDSignatureField field = document.getSignatureFields().get(0);
            assertThat(field.getWidgets().get(0).getRectangle().getWidth()).isGreaterThan(200);
            assertThat(field.getWidgets().get(0).getPage()).isEqualTo(document.getPage(0));
            document.getDocumentCatalog().getAcroForm().flatten();
            ByteArrayOutputStream flat = new ByteArrayOutputStream();
            document.save(flat);
            assertThat(PdfReading.page(flat.toByteArray(), 1))
                    .contains("签名者：信用黄石·电商诚信", "签名时间：2026-11-24 16:05:00 +08:00", "开发密钥签名");
        }
    }

    @Test
    void isForArchives() throws Exception {
        for (Issue issue : List.of(ReportWorld.CHINESE, ReportWorld.ENGLISH)) {
            Archive rare = ReportWorld.archive(ReportWorld.subject("黄石市𠮷祥𬭎业有限公司"), List.of(ReportWorld.penalty()));
            for (byte[] pdf : List.of(REPORT, ReportWorld.write(rare, issue))) {
                ValidationResult found = Signatures.archived(pdf);
                assertThat(found.getTestAssertions())
                        .as("PDF/A-1b " + issue.locale())
                        .isEmpty();
                assertThat(found.isCompliant()).isTrue();
            }
        }
    }

    private static byte[] changed(byte[] file, int at, int bits) {
        byte[] changed = file.clone();
        changed[at] ^= (byte) bits;
        return changed;
    }

    /** Where the place of the signature begins, with its frame. */
    private static int roomOf(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + "/Contents ".length();
    }

    /** Where it ends, exclusive. */
    private static int endOf(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf('>', roomOf(file)) + 1;
    }
}
