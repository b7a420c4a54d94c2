package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.chengxin.site.SiteProofs.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands on the one-page documents, with the portal's own catalogue. */
class ResultPageTests {

    private static final Scope QUERY = Scope.query(Set.of("permit", "penalty"), LocalDate.parse("2026-01-01"), null);
    private static final Scope SITE = Scope.site("https://www.gangbing.example.cn/");

    static Stream<Scope> scopes() {
        return Stream.of(
                QUERY,
                SITE,
                Scope.of(DocumentKind.IDENTITY),
                Scope.commitment("commitment"),
                Scope.of(DocumentKind.RED_LIST));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void isOnePageForArchivesSignedAndSmall(Scope scope) throws Exception {
        for (Issue issue : List.of(ReportWorld.CHINESE, ReportWorld.ENGLISH)) {
            byte[] pdf = pdf(scope, issue);
            int pages = PdfReading.pageCount(pdf);
            assertThat(pages).isLessThanOrEqualTo(issue == ReportWorld.ENGLISH && scope == QUERY ? 2 : 1);
            assertThat(pdf.length).as(scope.kind() + " bytes").isLessThan(80_000);
            assertThat(Signatures.valid(pdf)).isTrue();
            assertThat(Signatures.archived(pdf).getTestAssertions()).isEmpty();
            assertThat(PdfReading.code(pdf, pages, 0.1, 0, 0.4, 0.88))
                    .isEqualTo("https://credit.example.cn/verify/" + ReportWorld.NUMBER + "#" + ReportWorld.STATEMENT);
        }
    }

    @Test
    void aQueryTellsTypesPeriodFindingsAndHowFreshEachSourceIs() {
        assertThat(text(QUERY))
                .contains("公共信用信息查询结果", "行政许可、行政处罚", "2026-01-01 至 查询之时")
                .contains("查到公示期内的信息 2 条：行政许可 1 条、行政处罚 1 条", "食品经营许可", "虚假宣传")
                .contains("黄石市市场监督管理局", "2026-11-24 06:30", "不是有无违法违规的证明")
                .doesNotContain("告知承诺", "纳税信用", "王小明");
        Scope before = Scope.query(Set.of("permit", "penalty"), null, LocalDate.parse("2026-03-01"));
        assertThat(text(before)).contains("未发现公示期内的信息。").doesNotContain("食品经营许可", "虚假宣传");
        Set<String> all = ResultWorld.CATALOG.types().stream()
                .filter(type -> type.publication().shown())
                .map(RecordType::code)
                .collect(Collectors.toSet());
        assertThat(text(Scope.query(all, null, null))).contains("全部公开类别", "不限");
        assertThat(PdfReading.text(pdf(QUERY, ReportWorld.ENGLISH)))
                .contains("Public Credit Query Result", "2026-01-01 to the moment of the query");
    }

    @Test
    void theIdentityIsThatOfTheRegisterWithWhatThirdPartiesChecked() {
        assertThat(text(Scope.of(DocumentKind.IDENTITY)))
                .contains("主体身份核验结果", "9133 0106 6739 5965 4P", "代码校验位相符", "王小明", "黄石港饼食品厂")
                .contains("第三方机构核验 1 条", "主体实名核验")
                .doesNotContain("虚假宣传", "500 万元", "c0ffee", "可信网站");
    }

    @Test
    void aSiteIsToldWithHowAndSinceWhenAndNotWithItsToken() {
        assertThat(text(SITE))
                .contains("网站 gangbing.example.cn 由上列主体掌握", "网站根目录下的文件", "2026-11-23 16:05", "可信网站核验")
                .doesNotContain("chengxin-secret", "虚假宣传");
    }

    @Test
    void aCommitmentStandsAlone() {
        assertThat(text(Scope.commitment("commitment")))
                .contains("信用承诺书", "食品经营许可告知承诺", "所填报信息真实、准确、完整", "履行中")
                .doesNotContain("虚假宣传", "纳税信用");
    }

    @Test
    void theRedListTellsNothingElse() {
        assertThat(text(Scope.of(DocumentKind.RED_LIST)))
                .contains("该主体列入红名单 1 条", "纳税信用A级纳税人", "黄石市税务局", "2026-04-02", "公示至：2027-04-01")
                .doesNotContain("行政处罚", "虚假宣传");
        Scope scope = Scope.of(DocumentKind.RED_LIST);
        Archive without = ReportWorld.archive(ResultWorld.record("penalty", "penalty", "facts", "虚假宣传"));
        String text = PdfReading.text(pdf(scope, without, ReportWorld.CHINESE));
        assertThat(text).contains("未发现该主体列入公示期内的红名单", "不说明有失信行为").doesNotContain("行政处罚", "虚假宣传");
        assertThat(ResultWorld.CATALOG.types().stream()
                        .filter(type -> type.document() != null)
                        .map(RecordType::polarity))
                .as("types that stand in such documents")
                .containsOnly(Polarity.POSITIVE);
    }

    @Test
    void manyRecordsGoOnOverPagesAndTheProofStaysWhole() throws Exception {
        Archive.RecordView[] many = new Archive.RecordView[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = ResultWorld.record("p" + i, "permit", "documentTitle", "食品经营许可" + i, "decidedOn", "2026-03-02");
        }
        byte[] pdf = pdf(QUERY, ReportWorld.archive(many), ReportWorld.CHINESE);
        int pages = PdfReading.pageCount(pdf);
        assertThat(pages).isGreaterThan(1);
        assertThat(PdfReading.code(pdf, pages, 0.1, 0, 0.4, 0.88)).endsWith("#" + ReportWorld.STATEMENT);
        assertThat(PdfReading.text(pdf)).contains("食品经营许可29");
    }

    private static String text(Scope scope) {
        return PdfReading.text(pdf(scope, ReportWorld.CHINESE)).replace("\n", "");
    }

    private static byte[] pdf(Scope scope, Issue issue) {
        return pdf(scope, ResultWorld.ARCHIVE, issue);
    }

    private static byte[] pdf(Scope scope, Archive archive, Issue issue) {
        Proof proof = scope.kind() == DocumentKind.SITE ? ResultWorld.PROOF : null;
        return ResultWorld.writer().write(new Content(scope, scope.of(archive), proof, ReportWorld.SOURCES), issue);
    }
}
