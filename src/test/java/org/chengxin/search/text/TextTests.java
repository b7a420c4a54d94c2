package org.chengxin.search.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    @ParameterizedTest
    @CsvSource({
        "黃石市港餅網絡科技有限公司, 黄石市港饼网络科技有限公司",
        "ＡＢＣ（湖北）有限公司, abc湖北有限公司",
        "乾隆瓷業, 乾隆瓷业",
        "㈱東風, 株东风",
        "① 号 店, 1号店",
        "第六〇一厂, 第六〇一厂",
        "𠮷野家, 𠮷野家",
        "a\u0000b😀c, abc"
    })
    void foldsWhatMeansTheSame(String source, String folded) {
        assertThat(FoldedText.of(source).text()).isEqualTo(folded);
    }

    @Test
    void foldingRemembersPlacesAndBreaks() {
        FoldedText text = FoldedText.of("黄石(㈱)港");
        assertThat(text.text()).isEqualTo("黄石株港");
        assertThat(text.source().substring(text.start(2), text.end(2))).isEqualTo("㈱");
        assertThat(text.breakBefore(2)).isTrue();
        assertThat(text.breakBefore(1)).isFalse();
    }

    @Test
    void whatFoldsCharacterForCharacterStandsAtItsOwnPlace() {
        FoldedText text = FoldedText.of("黃石TCL7厂");
        assertThat(text.text()).isEqualTo("黄石tcl7厂");
        for (int i = 0; i < text.length(); i++) {
            assertThat(text.start(i)).isEqualTo(i);
            assertThat(text.end(i)).isEqualTo(i + 1);
            assertThat(text.breakBefore(i)).isFalse();
        }
    }

    @Test
    void unpairedSurrogatesAreABreak() {
        assertThat(FoldedText.of("黄\uD800石\uDC00").text()).isEqualTo("黄石");
    }

    @ParameterizedTest
    @CsvSource({
        "重庆长沙厦门, chongqingchangshaxiamen",
        "长江商行, changjiangshanghang",
        "中国银行, zhongguoyinhang",
        "单县会计, shanxiankuaiji",
        "绿源, lvyuan"
    })
    void readsPolyphonesByTheirWord(String text, String pinyin) {
        FoldedText folded = FoldedText.of(text);
        assertThat(NameTerms.spelled(folded, 0, folded.length())).isEqualTo(pinyin);
    }

    @ParameterizedTest
    @CsvSource({
        "gangbing, gang bing",
        "huangshishi, huang shi shi",
        "xian, xian",
        "zhangchengcqpm, zhang cheng c q p m",
        "hsgb, h s g b",
        "lvyuan, lv yuan"
    })
    void cutsPinyin(String letters, String pieces) {
        assertThat(String.join(" ", Letters.cut(letters))).isEqualTo(pieces);
    }

    @ParameterizedTest
    @CsvSource({"zhangsheng, zansen", "liulan, niunan", "chuang, cuan", "lv, nu"})
    void foldsSoundsThatAreConfused(String letters, String folded) {
        assertThat(Letters.fold(letters)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "黄石市港饼网络科技有限公司, RRRBBIIIIFFFF",
        "黄石港饼科技, RRBBII",
        "黄石港区张记小吃店, RRRRBBIIF",
        "湖北省黄石市港饼股份有限公司, RRRRRRBBFFFFFF",
        "万事达胶带(湖北)股份有限公司, BBBBBRRFFFFFF",
        "武汉江川机械制造有限公司, RRBBIIIIFFFF",
        "磁湖银行股份有限公司黄石支行, BBBBFFFFFFTTTT",
        "有限公司, FFFF",
        "港饼, BB"
    })
    void cutsNamesIntoParts(String name, String parts) {
        NameParts cut = NameParts.of(FoldedText.of(name));
        String letters = IntStream.range(0, cut.length())
                .mapToObj(i -> switch (cut.at(i)) {
                    case REGION -> "R";
                    case BRAND -> "B";
                    case INDUSTRY -> "I";
                    case FORM -> "F";
                    case BRANCH -> "T";
                })
                .collect(Collectors.joining());
        assertThat(letters).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"黄石市, 4202", "黄石, 4202", "湖北, 42", "大冶, 420281", "恩施, 4228", "内蒙古, 15", "新疆, 65", "广西, 45"})
    void knowsDivisionsByFullAndShortName(String name, String code) {
        assertThat(Divisions.codes(name)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"420200, 4202", "420000, 42", "420281, 420281", "42, 42", "4202, 4202", "110100, 1101"})
    void aCodeWithoutItsZeros(String code, String prefix) {
        assertThat(Divisions.prefix(code)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Shop.example.com:8080/a/b/, shop.example.com/a/b",
        "看 http://t.example.cn/x?id=1 呀, t.example.cn/x?id=1",
        "gangbing.example.cn, gangbing.example.cn",
        "http://m.gangbing.example.cn, gangbing.example.cn",
        "wap.gangbing.example.cn/, gangbing.example.cn",
        "m.example, m.example",
        "https://gangbing.example.cn:8443/?utm_source=wx&spm=a.1#top, gangbing.example.cn",
        "https://mall.example.com/index.htm?share_id=77&shopId=568&from=timeline, mall.example.com/index.htm?shopid=568",
        "https://mall.example.com/index.htm?b_id=2&a_id=1, mall.example.com/index.htm?a_id=1&b_id=2",
        "https://mall.example.com/index.htm?a_id=1&b_id=2, mall.example.com/index.htm?a_id=1&b_id=2",
        "港饼.中国, 港饼.中国",
        "https://www.港餅.中國/about, 港饼.中国/about",
        "xn--j6ws73g.xn--fiqs8s, 港饼.中国",
        "XN--J6WS73G.CN, 港饼.cn",
        "请看 港饼.网店 吧, 港饼.网店"
    })
    void findsSites(String text, String site) {
        assertThat(SiteTerms.find(text)).isEqualTo(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"港饼", "有限公司", "3.5", "a..b", "我们是港饼.中国人的店"})
    void takesNoNameForASite(String text) {
        assertThat(SiteTerms.find(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "黄市监罚〔2026〕15号, 黄市监罚202615",
        "黄市监罚字[2026]第15号, 黄市监罚202615",
        "黄市監罰（２０２６） 15, 黄市监罚202615",
        "黄市监罚2026-15号, 黄市监罚202615",
        "黄市监罚2026年15号, 黄市监罚202615",
        "黄市监罚〔2026〕15—1号, 黄市监罚202615-1",
        "（2026）鄂0204民初字第1611号, 2026鄂0204民初1611",
        "(2026)鄂0204民初1611号, 2026鄂0204民初1611"
    })
    void foldsDocumentNumbers(String number, String folded) {
        assertThat(DocumentTerms.number(number)).containsExactly(folded);
    }

    @Test
    void foldsCodes() {
        assertThat(CodeTerms.fold(" 914202O2 ma4fＯk8h7x ")).isEqualTo("91420202MA4F0K8H7X");
        assertThat(CodeTerms.runs("91420202")).containsExactly("914202", "142020", "420202");
        assertThat(CodeTerms.exchangeCode("600151.SH")).isEqualTo("600151");
        assertThat(CodeTerms.exchangeCode("港饼")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "chengxin_name, 黄石港饼",
        "chengxin_name_pairs, 黄石 石港 港饼",
        "chengxin_name_characters, 黄 石 港 饼",
        "chengxin_name_syllables, huan si+huan dan+si gan+si jian+dan gan+dan jian+gan bin+jian bin",
        "chengxin_name_initials, hsg hsj hdg hdj sgb sjb dgb djb",
        "chengxin_name_starts, 黄石港饼 huangshigangbing hsgb 港饼 gangbing gb"
    })
    void goldenTerms(String analyzer, String expected) throws IOException {
        assertThat(String.join("+", terms(analyzer, "黄石港饼")))
                .isEqualTo(analyzer.endsWith("syllables") ? expected : expected.replace(' ', '+'));
    }

    @Test
    void wordsStandBesidePairs() throws IOException {
        assertThat(terms("chengxin_words", "虛假宣傳，罰款五千元"))
                .contains("虚假", "宣传", "假宣", "罚款")
                .as("a phrase does not depend on punctuation, so pairs do not either")
                .contains("传罚");
    }

    @Test
    void documentNumbersIgnoreTheirBrackets() throws IOException {
        assertThat(terms("chengxin_document_number", "黄市监罚〔2024〕12号"))
                .isEqualTo(terms("chengxin_document_number", "黄市监罚 [2024] 12号"))
                .containsExactly("黄市监罚202412");
    }

    @Test
    void anUnknownAnalyzerIsAnError() {
        assertThatThrownBy(() -> Analyzers.byName("none")).hasMessageContaining("none");
    }

    @Test
    void randomStringsNeverFail() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(i % 100 == 0 ? 5_000 : 30); k > 0; k--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(0x10000) : 0x4E00 + random.nextInt(0x5000)));
            }
            NameParts.of(FoldedText.of(text.toString()));
            for (String analyzer : Analyzers.names()) {
                assertThat(terms(analyzer, text.toString())).as("seed %d", seed).doesNotContain("");
            }
        }
    }

    private static List<String> terms(String analyzer, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (Analyzer resolved = Analyzers.byName(analyzer);
                TokenStream stream = resolved.tokenStream("field", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms;
    }
}
