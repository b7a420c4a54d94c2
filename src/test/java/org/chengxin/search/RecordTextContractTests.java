package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Records.record;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.chengxin.search.RecordHit.Snippet;
import org.chengxin.search.SubjectHit.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What full text over records finds and how it says so, whatever the engine. */
public abstract class RecordTextContractTests extends SearchEngineContract {

    private void putRecords() {
        put(
                record("r1")
                        .title("虚假宣传")
                        .authority("黄石市市场监督管理局")
                        .number("黄市监罚〔2024〕12号")
                        .decided("2024-03-01")
                        .says("facts", "当事人在直播间虚构商品评价，误导消费者。")
                        .says("content", "责令停止违法行为，处罚款461900元。"),
                record("r2")
                        .title("刷单")
                        .authority("黄石市工商行政管理局")
                        .number("黄工商处字（2017）5号")
                        .decided("2017-03-01")
                        .says("facts", "雇人刷单，虚构交易；评价均为他人代写。"),
                record("r3")
                        .of("s2", "大冶市铜草花服饰有限公司")
                        .region("420281")
                        .title("销售不合格食品")
                        .authority("大冶市食品药品监督管理局")
                        .number("冶食药监罚[2016]3号")
                        .decided("2016-01-01")
                        .says("content", "没收违法所得，处罚款50000元"),
                record("r4")
                        .type("joint-measure", "negative")
                        .title("限制参与政府采购活动")
                        .authority("国家税务总局黄石市税务局")
                        .decided("2025-04-26")
                        .says("measure", "限制参与政府采购活动"));
    }

    @ParameterizedTest
    @CsvSource({
        "虚构评价, 'r1,r2'",
        "\"虚构商品评价\", r1",
        "“虚构交易；评价”, r2",
        "「虚构交易」, r2",
        "＂虚构交易＂, r2",
        "虚构 -刷单, r1",
        "虚构 －刷单, r1",
        "虚构 —刷单, r1",
        "虚构 -“商品评价”, r2",
        "-虚构, 'r3,r4'",
        "罚款 461900, r1",
        "罚款 食品, r3",
        "罚款，食品, r3",
        "虛構 直播間, r1",
        "限制政府采购, r4",
        "港饼网络, 'r1,r2,r4'",
        "铜草花, r3",
        "單, r2",
        "食品, r3",
        "质量, ()"
    })
    void wordsPhrasesAndExclusions(String text, String ids) {
        putRecords();
        assertThat(ids(saying(text))).containsExactlyInAnyOrder(ids.equals("()") ? new String[0] : ids.split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "市场监督管理局, 'r1,r2,r3'",
        "黄石市市监局, 'r1,r2'",
        "黄石市监局, 'r1,r2'",
        "大冶市市场监管局, r3",
        "工商局, 'r1,r2'",
        "\"黄石市工商局\", 'r1,r2'",
        "质监局, r1",
        "食药监局, 'r1,r3'",
        "国税局, r4",
        "黄石市国税局, r4"
    })
    void authoritiesGoByShortAndFormerNames(String text, String ids) {
        putRecords();
        assertThat(ids(saying(text))).containsExactlyInAnyOrder(ids.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "黄市监罚〔2024〕12号",
                "黄市监罚[2024]12号",
                "黄市监罚(2024)12号",
                "黄市监罚（２０２４）１２号",
                "黄市监罚【2024】12号",
                "黄市监罚 2024 12号",
                "黄市监罚字〔2024〕第12号",
                "\"黄市监罚[2024]12号\"",
                "市监罚字",
                "\"市监罚字\"",
                "黄市监罚〔2024〕"
            })
    void numbersAreFoundInAnyBracketsAndInPart(String text) {
        putRecords();
        assertThat(ids(saying(text))).startsWith("r1");
    }

    @Test
    void whatStandsTogetherComesFirst() {
        put(
                record("a1").says("facts", "虚构商品信息，另有他人评价"),
                record("a2").says("facts", "当事人虚构商品评价"),
                record("a3").title("虚构商品评价").says("facts", "当事人虚构商品评价"));
        assertThat(ids(saying("虚构商品评价"))).startsWith("a3", "a2");
    }

    @Test
    void aPhraseEndsWhereAFieldEnds() {
        put(record("b1").says("facts", "销售食品").says("content", "药品除外"));
        assertThat(ids(saying("\"食品药品\""))).isEmpty();
        assertThat(ids(saying("\"销售食品\""))).containsExactly("b1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "\"\"", "“”", "“虚构", "虚构”", "- ", "-", "--", "——", "-\"", "-“虚构", "虚构-", "虚构 - 刷单", "\"-\"",
                        "-\"\"",
                "「", "」", "()", "AND OR NOT", "a:b", "*", "?", "~0.8", "\\", "\uD800", "😀", "的", "+虚构", "𠮷野家",
                        "\u0000"
            })
    void noSyntaxIsWrong(String text) {
        putRecords();
        assertThat(engine.records(saying(text), NOW).total().value()).isLessThanOrEqualTo(4);
    }

    @Test
    void takesRandomSyntax() {
        putRecords();
        long seed = Long.getLong("test.seed", System.nanoTime());
        Random random = new Random(seed);
        String[] parts = {"\"", "“", "”", "-", "－", "「", "」", " ", "，", "虚构", "评价", "刷", "2024", "〔", "号", "罚款"};
        for (int i = 0; i < 500; i++) {
            String text = random.ints(random.nextInt(30), 0, parts.length)
                    .mapToObj(part -> parts[part])
                    .collect(Collectors.joining());
            assertThat(engine.records(saying(text), NOW).total().value())
                    .as("seed %d, %s", seed, text)
                    .isBetween(0L, 4L);
        }
    }

    @Test
    void saysWhereItWasFound() {
        putRecords();
        RecordHit hit =
                engine.records(saying("商品评价 工商局 \"461900\""), NOW).items().get(0);
        assertThat(hit.id()).isEqualTo("r1");
        assertThat(hit.highlight()).containsExactly(new Piece("虚假宣传", false));
        assertThat(hit.matched())
                .as("the longest first")
                .containsExactly(
                        new Snippet("authority", List.of(new Piece("黄石市", false), new Piece("市场监督管理局", true))),
                        new Snippet(
                                "facts",
                                List.of(
                                        new Piece("当事人在直播间虚构", false),
                                        new Piece("商品评价", true),
                                        new Piece("，误导消费者。", false))),
                        new Snippet(
                                "content",
                                List.of(
                                        new Piece("责令停止违法行为，处罚款", false),
                                        new Piece("461900", true),
                                        new Piece("元。", false))));
    }

    @Test
    void ofALongTextThePartAroundItIsSaid() {
        String before = "查明，当事人开设网店销售服装，".repeat(20);
        put(record("l1").says("facts", before + "以“特价商品”为由拒绝退货<b>。" + "案发后改正。".repeat(20)));
        Snippet snippet = engine.records(saying("特价商品为由拒绝退货"), NOW)
                .items()
                .get(0)
                .matched()
                .get(0);
        String said = snippet.pieces().stream().map(Piece::text).collect(Collectors.joining());
        assertThat(said)
                .startsWith("…")
                .endsWith("…")
                .contains("以“特价商品”为由拒绝退货<b>。")
                .hasSizeLessThan(120);
        assertThat(snippet.pieces().stream().filter(Piece::marked).map(Piece::text))
                .containsExactly("特价商品”为由拒绝退货");
    }

    @Test
    void whatIsExcludedIsNotMarked() {
        putRecords();
        RecordHit hit = engine.records(saying("虚构 -刷单"), NOW).items().get(0);
        assertThat(hit.matched())
                .allSatisfy(snippet ->
                        assertThat(snippet.pieces()).filteredOn(Piece::marked).containsExactly(new Piece("虚构", true)));
        assertThat(engine.records(saying(""), NOW).items())
                .allSatisfy(browsed -> assertThat(browsed.matched()).isEmpty());
    }

    @Test
    void aPersonsNumberIsNeverSearchedWhateverStandsAroundIt() {
        put(record("p1").says("facts", "当事人 11010519491231002X 某"));
        for (String text : List.of("\"11010519491231002X\"", "当事人 -11010519491231002X", "“11010519491231002x”")) {
            SearchPage<RecordHit> page = engine.records(saying(text), NOW);
            assertThat(page.items()).as(text).isEmpty();
            assertThat(page.understood().searched()).as(text).isEmpty();
        }
    }
}
