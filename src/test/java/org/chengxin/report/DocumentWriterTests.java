package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.FieldKind;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archive;
import org.chengxin.shared.LocalName;
import org.junit.jupiter.api.Test;

class DocumentWriterTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/report.txt");

    private static Archive mixed() {
        Archive archive = ReportWorld.archive(
                ReportWorld.permit(1), ReportWorld.permit(3), ReportWorld.red(), ReportWorld.penalty());
        return new Archive(
                archive.subject(),
                archive.records(),
                List.of(new Archive.Relation("b1", "黄石市港饼网络科技有限公司黄石港分公司", "420202", 1)),
                null,
                archive.now());
    }

    @Test
    void readsAsTheGoldenFile() throws Exception {
        String text = PdfReading.text(ReportWorld.write(mixed(), ReportWorld.CHINESE));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).as("rewrite with -Dgolden.rewrite=true").isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void embedsSubsetsOfItsFontsAndStaysSmall() throws Exception {
        byte[] pdf = ReportWorld.write(ReportWorld.archive(ReportWorld.permit(1)), ReportWorld.CHINESE);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDFont> fonts = PdfReading.fonts(pdf, document);
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+Noto.*");
            });
        }
        assertThat(pdf.length).isLessThan(102_000);
    }

    @Test
    void describesItself() throws Exception {
        try (PDDocument document = Loader.loadPDF(ReportWorld.write(mixed(), ReportWorld.CHINESE))) {
            var info = document.getDocumentInformation();
            assertThat(info.getTitle()).isEqualTo("公共信用信息报告 黄石市港饼网络科技有限公司 " + ReportWorld.NUMBER);
            assertThat(info.getAuthor()).isEqualTo("信用黄石·电商诚信");
            assertThat(info.getCreationDate().toInstant()).isEqualTo(ReportWorld.NOW);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    @Test
    void hasABookmarkPerSectionAndType() throws Exception {
        assertThat(PdfReading.bookmarks(ReportWorld.write(mixed(), ReportWorld.CHINESE)))
                .contains("报告说明 2", "许可认证 2", "  行政许可（2 条） 2", "严重失信主体名单 3", "如何核验本报告 5");
    }

    @Test
    void qrCodesOnCoverAndInFootersLeadToTheVerificationPage() throws Exception {
        byte[] pdf = ReportWorld.write(mixed(), ReportWorld.CHINESE);
        String address = "https://credit.example.cn/verify/" + ReportWorld.NUMBER;
        String statement = address + "#" + ReportWorld.STATEMENT;
        assertThat(PdfReading.code(pdf, 1, 0.12, 0.5, 0.3, 0.35)).isEqualTo(statement);
        int last = PdfReading.pageCount(pdf);
        assertThat(PdfReading.code(pdf, last, 0.3, 0.1, 0.4, 0.25)).isEqualTo(statement);
        for (int page = 2; page <= last; page++) {
            assertThat(PdfReading.code(pdf, page, 0.08, 0.9, 0.12, 0.1))
                    .as("page " + page)
                    .isEqualTo(address);
        }
    }

    @Test
    void namesTheCodePointOfACharacterItsFontsLackAndKeepsThoseTheyHave() {
        Archive archive = ReportWorld.archive(ReportWorld.subject("黄石市𠮷祥𬭎业有限公司"), List.of());
        byte[] pdf = ReportWorld.write(archive, ReportWorld.CHINESE);
        assertThat(PdfReading.page(pdf, 1)).contains("黄石市〓1祥𬭎业有限公司").contains("生僻字：〓1 = U+20BB7");
        assertThat(PdfReading.page(pdf, 2)).contains("〓1");
    }

    @Test
    void breaksNoTextOnControlCharactersAndEmoji() {
        Archive archive = ReportWorld.archive(ReportWorld.subject("A\u0000B\u0007C\u200DD😀\uD83DE\r\nF"), List.of());
        assertThat(PdfReading.page(ReportWorld.write(archive, ReportWorld.CHINESE), 1))
                .contains("ABCD〓1〓2E");
    }

    @Test
    void sayPlainlyWhenNothingWasFound() {
        String text = PdfReading.text(ReportWorld.write(ReportWorld.archive(), ReportWorld.CHINESE));
        assertThat(text)
                .contains("截至 2026-11-24 16:05，未发现公示期内的失信信息。")
                .contains("未发现公示期内的行政处罚信息。已查 3 个来源，最近更新于 2026-11-24 06:30");
        assertThat(text).doesNotContain("暂无").doesNotContain("无不良").doesNotContain("黑名单");
    }

    @Test
    void aReportOfSomeSectionsSaysSoAndCallsNothingElseAbsent() {
        Scope scope = Scope.report(Set.of("permit"), null, Purpose.TENDER);
        String text = PdfReading.text(written(scope, mixed(), ReportWorld.CHINESE));
        assertThat(PdfReading.page(written(scope, mixed(), ReportWorld.CHINESE), 1))
                .contains("仅 许可认证；其余类别未列示，不表示没有信息", "查询用途（自述）", "政府采购与招标投标");
        assertThat(text)
                .contains("在所列示的类别中未发现公示期内的失信信息", "未列示的类别不表示没有信息", "本站未核实", "食品经营许可")
                .doesNotContain("行政处罚信息", "未发现公示期内的守信激励信息", "，未发现公示期内的失信信息")
                .doesNotContain("出具时间");
        assertThat(PdfReading.text(written(scope, mixed(), ReportWorld.ENGLISH)))
                .contains("Only Permits and certification", "nothing is said", "Procurement and tenders");
    }

    @Test
    void aReportOfThePastSaysOfWhen() {
        Archive then = new Archive(
                mixed().subject(), mixed().records(), List.of(), null, ReportWorld.NOW.minus(Duration.ofDays(30)));
        Scope scope = Scope.report(Set.of(), then.now(), null);
        assertThat(PdfReading.text(written(scope, then, ReportWorld.CHINESE)))
                .contains("数据截至 2026-10-25 16:05", "出具时间 2026-11-24 16:05", "本报告反映 2026-10-25 16:05 时已经公示")
                .doesNotContain("列示范围", "查询用途");
    }

    private static byte[] written(Scope scope, Archive archive, Issue issue) {
        return ReportWorld.writer().write(new Content(scope, scope.of(archive), null, ReportWorld.SOURCES), issue);
    }

    @Test
    void keepsWhatTheCatalogueHidesAndIdentityHashesOut() {
        Archive.RecordView permit = ReportWorld.record(
                "p", ReportWorld.PERMIT, null, "title", "食品经营许可", "decidedOn", "2026-01-12", "remark", "经办人电话在此");
        Archive.RecordView secret = new Archive.RecordView(
                permit.id(),
                secretNumber(),
                permit.subjectId(),
                permit.title(),
                "密字第1号",
                permit.authority(),
                permit.decidedOn(),
                permit.validUntil(),
                permit.level(),
                permit.values(),
                permit.publicFrom(),
                permit.publicUntil(),
                permit.source(),
                1);
        DocumentWriter writer = new DocumentWriter(
                new Catalog(List.of(secretNumber())), (code, language) -> "", ReportWorld.ISSUER, TestKeys.signer());
        String text =
                PdfReading.text(writer.write(ReportWorld.report(ReportWorld.archive(secret)), ReportWorld.CHINESE));
        assertThat(text)
                .contains("食品经营许可")
                .doesNotContain("经办人电话")
                .doesNotContain("密字第1号")
                .doesNotContain("c0ffee");
    }

    private static RecordType secretNumber() {
        return ReportWorld.type(
                "permit",
                new LocalName("行政许可", "Permit"),
                Polarity.NEUTRAL,
                null,
                Section.LICENSING,
                10,
                ReportWorld.PERMIT.fields().stream()
                        .map(field -> field.name().equals("documentNumber") ? ReportWorld.hidden(field) : field)
                        .toArray(FieldDef[]::new));
    }

    @Test
    void aTypeNobodyWroteJavaForHasItsSectionHeadsAndFacts() {
        RecordType madeUp = ReportWorld.type(
                "lantern-licence",
                new LocalName("花灯许可", "Lantern licence"),
                Polarity.POSITIVE,
                null,
                Section.OTHER,
                99,
                ReportWorld.field("matter", null, FieldKind.TEXT, "花灯名称", "Lantern", true),
                ReportWorld.field("fee", null, FieldKind.MONEY, "规费", "Fee", true));
        Archive archive =
                ReportWorld.archive(ReportWorld.record("x", madeUp, null, "matter", "鲤鱼跃龙门", "fee", "1234567.5"));
        DocumentWriter writer = new DocumentWriter(
                new Catalog(List.of(madeUp)), (code, language) -> "", ReportWorld.ISSUER, TestKeys.signer());
        assertThat(PdfReading.text(writer.write(ReportWorld.report(archive), ReportWorld.CHINESE)))
                .contains("花灯许可（1 条）", "花灯名称", "鲤鱼跃龙门", "1,234,567.5 元", "GB/T 00000 花灯许可");
        assertThat(PdfReading.text(writer.write(ReportWorld.report(archive), ReportWorld.ENGLISH)))
                .contains("Lantern licence (1)", "CNY 1,234,567.5");
    }

    @Test
    void spansPagesWithRepeatedHeadsAndTearsNoRecord() throws Exception {
        List<Archive.RecordView> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(ReportWorld.permit(i));
        }
        byte[] pdf =
                ReportWorld.write(ReportWorld.archive(ReportWorld.subject("黄石市港饼网络科技有限公司"), many), ReportWorld.CHINESE);
        int tablePages = 0;
        int seen = 0;
        for (int page = 1; page <= PdfReading.pageCount(pdf); page++) {
            String text = PdfReading.page(pdf, page);
            int numbers = count(text, "食许字〔2026〕第");
            seen += numbers;
            if (numbers > 0) {
                tablePages++;
                assertThat(text).as("page " + page).contains("许可事项").contains("决定文书号");
                assertThat(count(text, "许可内容：")).as("page " + page).isEqualTo(numbers);
            }
            assertThat(text).as("page " + page).contains("第 " + page + " 页");
        }
        assertThat(seen).isEqualTo(40);
        assertThat(tablePages).isGreaterThan(2);
    }

    @Test
    void aRecordLongerThanAPageGoesOnWithItsHead() throws Exception {
        String endless = "甲乙丙丁。".repeat(1000) + "完。";
        byte[] pdf = ReportWorld.write(
                ReportWorld.archive(
                        ReportWorld.record("p", ReportWorld.PERMIT, null, "title", "许可", "content", endless)),
                ReportWorld.CHINESE);
        String text = PdfReading.text(pdf);
        assertThat(count(text, "许可事项")).isGreaterThan(1);
        assertThat(count(text, "丙")).isEqualTo(1000);
        assertThat(text).contains("完。");
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        byte[] pdf = ReportWorld.write(mixed(), ReportWorld.ENGLISH);
        assertThat(PdfReading.text(pdf))
                .contains("Public Credit Report", "Administrative penalty in publication: 1", "CNY 20,000", "Ordinary")
                .contains("How to check this report")
                .doesNotContain("报告说明")
                .doesNotContain("如何核验");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void statesTheLastDayOfPublicationInTheSitesZone() {
        Archive.RecordView record =
                ReportWorld.record("p", ReportWorld.PERMIT, Instant.parse("2027-03-31T16:00:00Z"), "title", "许可");
        assertThat(PdfReading.text(ReportWorld.write(ReportWorld.archive(record), ReportWorld.CHINESE)))
                .contains("公示至：2027-03-31");
    }

    @Test
    void manyThreadsShareTheFontsAndWriteTheSameText() throws Exception {
        String expected = PdfReading.text(ReportWorld.write(mixed(), ReportWorld.CHINESE));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> write = () -> PdfReading.text(ReportWorld.write(mixed(), ReportWorld.CHINESE));
            List<Future<String>> texts = threads.invokeAll(Collections.nCopies(16, write));
            for (Future<String> text : texts) {
                assertThat(text.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
