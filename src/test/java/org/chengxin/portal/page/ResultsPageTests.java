package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengxin.search.RecordHit;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What the results page shows, asks for and refuses. */
class ResultsPageTests {

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void resultsShowNameMarkedCodeKindPlaceMarksCountsAndWhy() {
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", PageWorld.NAME, List.of("red"), Map.of("permit", 3))),
                Understanding.As.PINYIN);
        Element card = world.get("/search?q=gangbing").selectFirst(".card");
        assertThat(card.selectFirst(".card-name a").attr("href")).isEqualTo("/s/s1");
        assertThat(card.selectFirst(".card-name").text()).isEqualTo(PageWorld.NAME);
        assertThat(card.selectFirst("mark").text()).isEqualTo("黄石");
        assertThat(card.selectFirst(".code").text()).isEqualTo("9133 0106 6739 5965 4P");
        assertThat(card.text()).contains("企业", "黄石市西塞山区", "行政许可 3");
        assertThat(card.select(".mark").eachText()).containsExactly("红名单", "未发现公示期内的失信信息");
        assertThat(card.select(".mark svg")).as("each mark has a shape").hasSize(2);
        assertThat(card.selectFirst(".why").text()).endsWith("字号拼音相同");
    }

    @Test
    void aSubjectWithANegativeRecordIsNotCalledClear() {
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", PageWorld.NAME, List.of(), Map.of("penalty", 1))), Understanding.As.NAME);
        assertThat(world.get("/search?q=x").select(".mark")).isEmpty();
    }

    @Test
    void nothingFoundSaysWhatWasSearchedWhereAndWhatToTry() {
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.NAME, "不存在的公司");
        Document page = world.get("/search?q=不存在的公司");
        assertThat(page.selectFirst(".nothing").text())
                .contains("查询的内容 不存在的公司", "没有找到不代表", "黄石市市场监督管理局", "更新至 2026-11-24", "拼音", "0714-12345");
    }

    @Test
    void aSiteThatTheArchiveDoesNotShowIsNobodys() {
        world.answers.archives.put("s1", PageWorld.archive(PageWorld.NAME, List.of(), List.of()));
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.SITE);
        for (String typed : List.of(PageSites.DOMAIN.value(), "gangbing-shop.example.net")) {
            assertThat(world.get("/search?q=" + typed).selectFirst(".site-note").text())
                    .contains("没有登记到本站的任何主体")
                    .doesNotContain(PageWorld.NAME);
        }
    }

    @Test
    void whileTheSearchEngineIsAwayThePageSaysWhatIsFoundWithoutIt() {
        SearchPage<SubjectHit> none = PageWorld.page(List.of(), Understanding.As.DOCUMENT, "黄市监罚〔2026〕1号");
        world.answers.subjects = limited(none);
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=黄市监罚〔2026〕1号", "zh");
        Document page = Jsoup.parse(PageWorld.html(result));
        assertThat(page.selectFirst(".notice").text()).contains("检索服务暂时不可用", "完整名称");
        assertThat(page.selectFirst(".nothing h2").text()).isEqualTo("没有这个完整名称、代码或编号的信用主体");
        assertThat(result.getResponseHeaders().getCacheControl()).contains("no-store");
        assertThat(world.answers.recordQueries).isEmpty();
        world.answers.subjects = limited(PageWorld.page(List.of(), Understanding.As.IDENTITY_NUMBER));
        assertThat(world.get("/search?q=420202199001011234")
                        .selectFirst(".notice")
                        .text())
                .contains("身份号码");
    }

    private static SearchPage<SubjectHit> limited(SearchPage<SubjectHit> page) {
        return new SearchPage<>(
                page.items(), page.total(), page.facets(), page.understood(), null, List.of(), null, true);
    }

    @Test
    void anIdentityNumberIsNotRepeatedNorKept() {
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.IDENTITY_NUMBER);
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=420202199001011234&kind=enterprise", "zh");
        assertThat(PageWorld.html(result)).doesNotContain("420202199001011234");
        assertThat(Jsoup.parse(PageWorld.html(result)).selectFirst(".notice").text())
                .contains("身份号码", "名称");
        assertThat(result.getResponseHeaders().getCacheControl()).contains("no-store");
        assertThat(result.getResponseHeaders().getETag()).isNull();
    }

    @Test
    void aWholePasteIsReadAndANameThatIsCutIsSaidSo() {
        String text = "港".repeat(300);
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.NAME);
        Document page = world.get("/search?q=" + text);
        assertThat(world.answers.subjectQuery.text()).isEqualTo(text);
        assertThat(page.selectFirst(".notice").text()).contains("200");
        assertThat(page.title()).startsWith("“" + "港".repeat(40) + "…”");
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.SHARE);
        assertThat(world.get("/search?q=" + text).select(".notice")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zh, 输入的内容太长, '2,000'", "en, Too much text, '2,000'"})
    void moreThanAnyPasteIsRefusedInWords(String language, String title, String longest) {
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=" + "港".repeat(2001), language);
        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(Jsoup.parse(PageWorld.html(result)).selectFirst("main").text())
                .contains(title, longest);
        assertThat(PageWorld.html(result)).doesNotContain("港港");
        assertThat(world.exchange("/lists/red?q=" + "港".repeat(2001), language)
                        .getStatus()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void namesThatAreNearAreSaidToBeNoHits() {
        SearchPage<SubjectHit> none = PageWorld.page(List.of(), Understanding.As.NAME);
        world.answers.subjects = new SearchPage<>(
                none.items(),
                none.total(),
                none.facets(),
                new Understanding(Understanding.As.NAME, "港饼食堂", "4202"),
                null,
                List.of(PageWorld.hit("s1", PageWorld.NAME, List.of("serious-default"), Map.of()), person("s2", "李向阳")),
                null,
                false);
        Document page = world.get("/search?q=港饼食堂&kind=shop");
        Element nothing = page.selectFirst(".nothing");
        assertThat(page.select(".card")).isEmpty();
        assertThat(nothing.select(".near a").eachAttr("href")).containsExactly("/s/s1");
        assertThat(nothing.text())
                .contains("相近的名称", "不是您所查名称的主体", "理解为 名称", "其中的地名 黄石市", "主体类别：网店")
                .doesNotContain("李向阳", "列入严重失信主体名单");
        assertThat(nothing.select("a[href*=creditchina], a[href*=gsxt]")).hasSize(2);
    }

    @Test
    void whoAsksForANameOfNobodyIsToldSo() {
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", PageWorld.NAME, List.of(), Map.of())), Understanding.As.NAME, "虎饼网络");
        assertThat(world.get("/search?q=虎饼网络").selectFirst(".notice").text()).startsWith("没有找到名为“虎饼网络”的主体");
        assertThat(world.get("/search?q=虎饼网络&lang=en").selectFirst(".notice").text())
                .startsWith("No subject called “虎饼网络” was found");
        assertThat(world.get("/search?q=虎饼网络&sort=name").select(".notice"))
                .as("the best may be further on")
                .isEmpty();
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", PageWorld.NAME, List.of(), Map.of())), Understanding.As.NAME, "港饼");
        assertThat(world.get("/search?q=港饼").select(".notice")).isEmpty();
    }

    private static SubjectHit person(String id, String name) {
        return new SubjectHit(
                id, name, null, "natural-person", null, "active", List.of(), Map.of(), 0, 0.4, List.of(), List.of());
    }

    @Test
    void whatIsMissingIsReportedWithWhatWasTyped() {
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.NAME);
        String hostile = "\"><script>alert(1)</script>";
        Element link = world.get("/search?q=" + hostile + "&lang=zh").selectFirst(".nothing a[href^=/objections/new]");
        assertThat(link.attr("href"))
                .isEqualTo("/objections/new?about=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E&lang=zh");
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.PERSON);
        assertThat(world.get("/search?q=张伟")
                        .selectFirst(".nothing a[href^=/objections/new]")
                        .attr("href"))
                .isEqualTo("/objections/new");
    }

    @Test
    void manyOfOneNameAreToldApartByPlace() {
        world.answers.subjects = new SearchPage<>(
                List.of(PageWorld.hit("s1", "张记小吃店", List.of(), Map.of())),
                new SearchPage.Total(41, SearchPage.Relation.EQ),
                Map.of("region", List.of(new SearchPage.FacetValue("420203", 30))),
                new Understanding(Understanding.As.NAME, "张记小吃店", null),
                null,
                List.of(),
                new SearchPage.Total(40, SearchPage.Relation.GTE),
                false);
        Element notice = world.get("/search?q=张记小吃店").selectFirst(".same-names");
        assertThat(notice.text()).contains("40", "相同或几乎相同", "西塞山区 30");
        assertThat(notice.selectFirst("a").attr("href")).endsWith("region=420203");
    }

    @Test
    void onlyTheVeryDocumentNumberIsCalledTheSame() {
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.DOCUMENT, "黄市监罚〔2026〕1号");
        world.answers.records =
                PageWorld.page(List.of(document("r1", true), document("r2", false)), Understanding.As.DOCUMENT);
        Document page = world.get("/search?q=黄市监罚2026-1号");
        assertThat(page.selectFirst(".documents h2").text()).isEqualTo("文号完全相同的记录");
        assertThat(page.select(".documents:not(.alike) .row-title").eachAttr("href"))
                .containsExactly("/s/s1/records/r1");
        assertThat(page.selectFirst(".alike").text()).contains("不是您要查的那一份");
        assertThat(page.select(".alike .row-title").eachAttr("href")).containsExactly("/s/s1/records/r2");
        assertThat(page.select(".nothing, .count")).isEmpty();
        world.answers.records = PageWorld.page(List.of(document("r2", false)), Understanding.As.DOCUMENT);
        page = world.get("/search?q=黄市监罚2026-1号");
        assertThat(page.select(".documents:not(.alike)")).isEmpty();
        assertThat(page.select(".nothing")).hasSize(1);
    }

    private static RecordHit document(String id, boolean exact) {
        return new RecordHit(
                id,
                "s1",
                "甲",
                "penalty",
                "罚款",
                null,
                "黄市监罚〔2026〕1号",
                null,
                PageWorld.TODAY,
                exact,
                1,
                List.of(),
                List.of());
    }

    @Test
    void filtersAreHandedToTheEngineAndKeptByTheBox() {
        Document page = world.get("/search?q=港饼&kind=enterprise&list=red&sort=name");
        SubjectQuery asked = world.answers.subjectQuery;
        assertThat(asked.text()).isEqualTo("港饼");
        assertThat(asked.kinds()).containsExactly("enterprise");
        assertThat(asked.lists()).containsExactly("red");
        assertThat(asked.sort()).isEqualTo(SubjectQuery.Sort.NAME);
        assertThat(page.select(".box input[type=hidden]").eachAttr("name")).containsExactly("list", "kind", "sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "list", "recordType", "status", "sort", "region"})
    void anUnknownValueIsRefusedByName(String parameter) {
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=x&" + parameter + "=no/such", "zh");
        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(PageWorld.html(result)).contains("“" + parameter + "”").doesNotContain("no/such");
    }

    @Test
    void aBrokenCursorIsExplained() {
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=x&cursor=broken", "zh");
        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(PageWorld.html(result)).contains("这一页已经失效");
    }
}
