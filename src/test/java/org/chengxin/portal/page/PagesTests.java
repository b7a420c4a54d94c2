package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.record.Archive;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What readers get of each page, as HTML. */
class PagesTests {

    private static final String NAME = "黄石市港饼食品有限公司";

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void resultsShowNameMarkedCodeKindPlaceMarksCountsAndWhy() {
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", NAME, List.of("red"), Map.of("permit", 3))), Understanding.As.PINYIN);
        Element card = get("/search?q=gangbing").selectFirst(".card");
        assertThat(card.selectFirst(".card-name a").attr("href")).isEqualTo("/s/s1");
        assertThat(card.selectFirst(".card-name").text()).isEqualTo(NAME);
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
                List.of(PageWorld.hit("s1", NAME, List.of(), Map.of("penalty", 1))), Understanding.As.NAME);
        assertThat(get("/search?q=x").select(".mark")).isEmpty();
    }

    @Test
    void nothingFoundSaysWhatWasSearchedWhereAndWhatToTry() {
        Document page = get("/search?q=不存在的公司");
        assertThat(page.selectFirst(".nothing").text())
                .contains("不存在的公司", "黄石市市场监督管理局", "更新至 2026-11-24", "拼音", "0714-12345");
    }

    @Test
    void anIdentityNumberIsNotRepeatedNorKept() {
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.IDENTITY_NUMBER);
        EntityExchangeResult<byte[]> result = exchange("/search?q=420202199001011234&kind=enterprise", "zh");
        assertThat(html(result)).doesNotContain("420202199001011234");
        assertThat(Jsoup.parse(html(result)).selectFirst(".notice").text()).contains("身份号码", "名称");
        assertThat(result.getResponseHeaders().getCacheControl()).contains("no-store");
        assertThat(result.getResponseHeaders().getETag()).isNull();
    }

    @Test
    void anOverlongQueryIsCutEverywhereAndSaidSo() {
        String text = "港".repeat(199) + "\uD83D\uDE00" + "饼".repeat(2_000);
        EntityExchangeResult<byte[]> result = exchange("/search?q=" + text, "zh");
        assertThat(world.answers.subjectQuery.text()).isEqualTo("港".repeat(199));
        Document page = Jsoup.parse(html(result));
        assertThat(page.selectFirst("#q").val()).isEqualTo("港".repeat(199));
        assertThat(page.selectFirst(".notice").text()).contains("200");
        assertThat(html(result)).doesNotContain("饼饼");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/s/\u0000", "/s/a b", "/s/a;b", "/s/s1/records/\u0000", "/s/0123456789012345678901234567890123"
            })
    void whatCannotBeAnIdIsNotAskedFor(String path) {
        assertThat(exchange(path, "zh").getStatus().value()).isEqualTo(404);
    }

    @Test
    void filtersAreHandedToTheEngineAndKeptByTheBox() {
        Document page = get("/search?q=港饼&kind=enterprise&list=red&sort=name");
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
        EntityExchangeResult<byte[]> result = exchange("/search?q=x&" + parameter + "=no/such", "zh");
        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(html(result)).contains("“" + parameter + "”").doesNotContain("no/such");
    }

    @Test
    void aBrokenCursorIsExplained() {
        EntityExchangeResult<byte[]> result = exchange("/search?q=x&cursor=broken", "zh");
        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(html(result)).contains("这一页已经失效");
    }

    @Test
    void markupInNamesAndQueriesIsText() {
        String name = "<b>黄石</b><script>alert(1)</script>";
        world.answers.subjects =
                PageWorld.page(List.of(PageWorld.hit("s1", name, List.of(), Map.of())), Understanding.As.NAME);
        world.answers.archives.put("s1", PageWorld.archive(name, List.of(), List.of()));
        Document results = get("/search?q=\"><script>alert(2)</script>");
        assertThat(results.select(".card b, .card script, .box script")).isEmpty();
        assertThat(results.selectFirst("#q").val()).isEqualTo("\"><script>alert(2)</script>");
        Document profile = get("/s/s1");
        assertThat(profile.selectFirst("h1").text()).isEqualTo(name);
        assertThat(profile.select("main script")).isEmpty();
    }

    @Test
    void aProfileShowsHeaderSectionsProvenanceBranchesAndTimeline() {
        world.answers.archives.put("s1", PageWorld.archive(NAME, List.of(penalty()), List.of(branch())));
        Document page = get("/s/s1");
        assertThat(page.selectFirst("h1").text()).isEqualTo(NAME);
        assertThat(page.selectFirst(".former").text()).contains("黄石港饼厂", "2012-05-01");
        assertThat(page.selectFirst(".profile-facts .code").text()).isEqualTo("9133 0106 6739 5965 4P");
        assertThat(page.selectFirst(".sentence").text()).isEqualTo("行政处罚 1 项。 数据截至 2026-11-24。");
        assertThat(page.selectFirst(".actions .button").attr("href")).isEqualTo("/api/v1/subjects/s1/report.pdf");
        assertThat(page.select(".anchors a").eachAttr("href"))
                .containsExactly("#overview", "#penalty", "#branches", "#timeline");
        for (Element anchor : page.select(".anchors a")) {
            assertThat(page.select(anchor.attr("href"))).as(anchor.attr("href")).hasSize(1);
        }
        Element penalty = page.selectFirst("#penalty .record");
        assertThat(penalty.selectFirst("a").attr("href")).isEqualTo("/s/s1/records/r1");
        assertThat(penalty.text()).contains("黄市监罚〔2026〕1号", "来源：黄石市市场监督管理局", "公示至 2027-03-05");
        assertThat(page.selectFirst("#branches").text()).contains("本企业 1 条；分支机构 2 条", "大冶分公司");
        assertThat(page.select("#timeline rect.bar-negative")).isNotEmpty();
        assertThat(page.selectFirst("#timeline details").text()).contains("2026-03-05");
        assertThat(page.text()).contains("国家企业信用信息公示系统", "信用中国");
        assertThat(page.select("a[href=https://hb.gsxt.gov.cn/]")).isNotEmpty();
    }

    @Test
    void aClearSubjectIsCalledSoInTheWordsOfTheField() {
        world.answers.archives.put("s1", PageWorld.archive(NAME, List.of(), List.of()));
        Document page = get("/s/s1");
        assertThat(page.selectFirst(".sentence").text()).isEqualTo("未发现公示期内的失信信息。 数据截至 2026-11-24。");
        assertThat(page.selectFirst(".absent").text()).contains("行政处罚", "未发现不等于不存在");
    }

    @Test
    void pagesWithNegativeRecordsAreNotKeptByOthers() {
        world.answers.archives.put("s1", PageWorld.archive(NAME, List.of(penalty()), List.of()));
        for (String path : List.of("/s/s1", "/s/s1/records/r1", "/lists/serious-default", "/search?q=x")) {
            EntityExchangeResult<byte[]> result = exchange(path, "zh");
            assertThat(result.getResponseHeaders().getFirst("X-Robots-Tag"))
                    .as(path)
                    .isEqualTo("noindex, noarchive");
            assertThat(Jsoup.parse(html(result)).select("meta[name=robots]").attr("content"))
                    .isEqualTo("noindex, noarchive");
        }
        world.answers.archives.put("s1", PageWorld.archive(NAME, List.of(), List.of()));
        assertThat(exchange("/s/s1", "zh").getResponseHeaders().containsHeader("X-Robots-Tag"))
                .isFalse();
    }

    @Test
    void aCodeInTheAddressLeadsToTheId() {
        world.answers.archives.put(PageWorld.USCC, PageWorld.archive(NAME, List.of(penalty()), List.of()));
        assertMoved("/s/" + PageWorld.USCC + "?lang=en", "/s/s1?lang=en");
        assertMoved("/s/" + PageWorld.USCC + "/records/r1", "/s/s1/records/r1");
    }

    @Test
    void aRecordShowsItsFactsAndItsPublication() {
        world.answers.archives.put("s1", PageWorld.archive(NAME, List.of(penalty()), List.of()));
        Document page = get("/s/s1/records/r1");
        assertThat(page.selectFirst("main").text())
                .contains(NAME, "黄市监罚〔2026〕1号", "1.2万元", "2026-03-06", "2027-03-05", "一般", "黄石市市场监督管理局");
        assertThat(page.select("abbr").attr("title")).isEqualTo("12,000元");
    }

    @Test
    void whatIsGoneAndWhatNeverWasAnswerTheSame() {
        world.answers.archives.put("s1", PageWorld.archive(NAME, List.of(penalty()), List.of()));
        for (String path : List.of("/s/s1/records/gone", "/s/other/records/r1")) {
            EntityExchangeResult<byte[]> result = exchange(path, "zh");
            assertThat(result.getStatus().value()).as(path).isEqualTo(404);
            assertThat(Jsoup.parse(html(result)).selectFirst("main").text())
                    .isEqualTo(Jsoup.parse(html(exchange("/no/such/page", "zh")))
                            .selectFirst("main")
                            .text())
                    .doesNotContain("修复", "撤销", NAME);
        }
        assertThat(exchange("/s/none", "zh").getStatus().value()).isEqualTo(404);
    }

    @Test
    void theLanguageIsThatOfTheParameterElseTheHeaderElseChinese() {
        assertThat(get("/").selectFirst("html").attr("lang")).isEqualTo("zh-CN");
        EntityExchangeResult<byte[]> byHeader = exchange("/", "en-GB,en;q=0.9");
        assertThat(byHeader.getResponseHeaders().getFirst(HttpHeaders.CONTENT_LANGUAGE))
                .isEqualTo("en");
        assertThat(byHeader.getResponseHeaders().getVary()).contains("Accept-Language");
        Document english = Jsoup.parse(html(exchange("/?lang=en", "zh")));
        assertThat(english.selectFirst("h1").text()).startsWith("Look up");
        assertThat(english.select(".figures a").eachAttr("href")).allMatch(href -> href.endsWith("lang=en"));
        assertThat(english.select("link[hreflang]").eachAttr("href"))
                .containsExactly(
                        "https://credit.example.cn/?lang=zh",
                        "https://credit.example.cn/?lang=en",
                        "https://credit.example.cn/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search",
                "/search?q=x",
                "/s/s1",
                "/s/s1/records/r1",
                "/lists/red",
                "/lists/serious-default",
                "/commitments",
                "/about/data",
                "/no/such/page"
            })
    void noPageHasInlineStyleOrScriptAndEachIsWhole(String path) {
        world.answers.archives.put("s1", PageWorld.archive(NAME, List.of(penalty()), List.of(branch())));
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", NAME, List.of("red", "abnormal", "serious-default"), Map.of())),
                Understanding.As.NAME);
        for (String language : List.of("zh", "en")) {
            Document page =
                    Jsoup.parse(html(exchange(path + (path.contains("?") ? "&" : "?") + "lang=" + language, "zh")));
            assertThat(page.select("[style], style, script:not([src])")).isEmpty();
            assertThat(page.getAllElements())
                    .allSatisfy(element -> assertThat(element.attributes().asList())
                            .noneMatch(attribute -> attribute.getKey().startsWith("on")));
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("main, header.top, footer.foot")).hasSize(3);
            assertThat(page.selectFirst("footer").text())
                    .contains("主办者", "4202000001")
                    .doesNotContain("ICP");
            assertThat(page.select("input:not([type=hidden]), select"))
                    .allSatisfy(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                            .hasSize(1));
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        }
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        EntityExchangeResult<byte[]> first = exchange("/about/data", "zh");
        assertThat(first.getResponseHeaders().getCacheControl()).contains("no-cache", "private");
        world.client
                .get()
                .uri("/about/data")
                .header(HttpHeaders.IF_NONE_MATCH, first.getResponseHeaders().getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void builtAssetsAreKeptForAYear() {
        Document page = get("/");
        for (String asset : List.of(
                page.selectFirst("link[rel=stylesheet]").attr("href"),
                page.selectFirst("script").attr("src"))) {
            world.client
                    .get()
                    .uri(asset)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .value("Cache-Control", value -> assertThat(value).contains("max-age=31536000", "immutable"));
        }
    }

    @Test
    void theDataPageDescribesSourcesAndTypesFromTheCatalogue() {
        Document page = get("/about/data");
        assertThat(page.selectFirst("#sources").text()).contains("黄石市市场监督管理局", "2026-11-24 02:00", "12");
        world.catalog.types().forEach(type -> assertThat(
                        page.selectFirst("#type-" + type.code()).text())
                .contains(type.name().zh(), type.standard()));
    }

    private Archive.RecordView penalty() {
        return world.record(
                "r1",
                "penalty",
                Map.of(
                        "documentNumber", "黄市监罚〔2026〕1号",
                        "authority", "黄石市市场监督管理局",
                        "fine", "12000"));
    }

    private static Archive.Relation branch() {
        return new Archive.Relation("s2", NAME + "大冶分公司", "420281", 2);
    }

    private void assertMoved(String from, String to) {
        world.client
                .get()
                .uri(from)
                .exchange()
                .expectStatus()
                .isEqualTo(308)
                .expectHeader()
                .location(to);
    }

    private Document get(String path) {
        EntityExchangeResult<byte[]> result = exchange(path, "zh");
        assertThat(result.getStatus().value()).as(path).isEqualTo(200);
        return Jsoup.parse(html(result));
    }

    private EntityExchangeResult<byte[]> exchange(String path, String language) {
        String query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return world.client
                .get()
                .uri(builder -> {
                    builder.path(bare);
                    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
                        int at = pair.indexOf('=');
                        // as a template variable, so that nothing in the value is taken for syntax
                        builder.queryParam(pair.substring(0, at), "{" + pair.substring(0, at) + "}");
                    }
                    return builder.build(values(query));
                })
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static Map<String, Object> values(String query) {
        Map<String, Object> values = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }

    private static String html(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
