package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chengxin.record.PublicationRule;
import org.chengxin.record.PublicationRules;
import org.chengxin.report.Verification;
import org.chengxin.search.RecordHit;
import org.chengxin.search.Understanding;
import org.chengxin.shared.LocalName;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Mono;

/** What all pages have in common: language, safety, caching, the frame. */
class PagesTests {

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void markupInNamesAndQueriesIsText() {
        String name = "<b>黄石</b><script>alert(1)</script>";
        world.answers.subjects =
                PageWorld.page(List.of(PageWorld.hit("s1", name, List.of(), Map.of())), Understanding.As.NAME);
        world.answers.archives.put("s1", PageWorld.archive(name, List.of(), List.of()));
        Document results = world.get("/search?q=\"><script>alert(2)</script>");
        assertThat(results.select(".card b, .card script, .box script")).isEmpty();
        assertThat(results.selectFirst("#q").val()).isEqualTo("\"><script>alert(2)</script>");
        Document profile = world.get("/s/s1");
        assertThat(profile.selectFirst("h1").text()).isEqualTo(name);
        assertThat(profile.select("main script")).isEmpty();
    }

    @Test
    void pagesWithNegativeRecordsAreNotKeptByOthers() {
        world.answers.archives.put("s1", PageWorld.archive(PageWorld.NAME, List.of(world.penalty()), List.of()));
        for (String path : List.of("/s/s1", "/s/s1/records/r1", "/lists/serious-default", "/search?q=x")) {
            EntityExchangeResult<byte[]> result = world.exchange(path, "zh");
            assertThat(result.getResponseHeaders().getFirst("X-Robots-Tag"))
                    .as(path)
                    .isEqualTo("noindex, noarchive");
            assertThat(Jsoup.parse(PageWorld.html(result))
                            .select("meta[name=robots]")
                            .attr("content"))
                    .isEqualTo("noindex, noarchive");
        }
        world.answers.archives.put("s1", PageWorld.archive(PageWorld.NAME, List.of(), List.of()));
        assertThat(world.exchange("/s/s1", "zh").getResponseHeaders().containsHeader("X-Robots-Tag"))
                .isFalse();
    }

    @Test
    void theLanguageIsThatOfTheParameterElseTheHeaderElseChinese() {
        assertThat(world.get("/").selectFirst("html").attr("lang")).isEqualTo("zh-CN");
        EntityExchangeResult<byte[]> byHeader = world.exchange("/", "en-GB,en;q=0.9");
        assertThat(byHeader.getResponseHeaders().getFirst(HttpHeaders.CONTENT_LANGUAGE))
                .isEqualTo("en");
        assertThat(byHeader.getResponseHeaders().getVary()).contains("Accept-Language");
        Document english = Jsoup.parse(PageWorld.html(world.exchange("/?lang=en", "zh")));
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
                "/statistics",
                "/developers",
                "/no/such/page"
            })
    void noPageHasInlineStyleOrScriptAndEachIsWhole(String path) {
        world.answers.archives.put(
                "s1", PageWorld.archive(PageWorld.NAME, List.of(world.penalty()), List.of(PageWorld.branch())));
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", PageWorld.NAME, List.of("red", "abnormal", "serious-default"), Map.of())),
                Understanding.As.NAME);
        for (String language : List.of("zh", "en")) {
            Document page = Jsoup.parse(
                    PageWorld.html(world.exchange(path + (path.contains("?") ? "&" : "?") + "lang=" + language, "zh")));
            assertThat(page.select("[style], style, script:not([src], [type=application/ld+json])"))
                    .isEmpty();
            assertThat(page.getAllElements())
                    .allSatisfy(element -> assertThat(element.attributes().asList())
                            .noneMatch(attribute -> attribute.getKey().startsWith("on")));
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("main, header.top, footer.foot")).hasSize(3);
            assertThat(page.selectFirst("footer").text())
                    .contains("主办者", "承办者", "4202000001", "42020002000001", "0714-12345")
                    .doesNotContain("ICP");
            assertThat(page.select("footer a[rel=noopener]").eachAttr("href"))
                    .containsExactly(Site.NATIONAL_PORTAL, "https://hb.gsxt.gov.cn/");
            assertThat(page.select("input:not([type=hidden]), select"))
                    .allSatisfy(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                            .hasSize(1));
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        }
    }

    @Test
    void theViewForElderReadersIsKeptByACookieAndByNothingElse() {
        EntityExchangeResult<byte[]> chosen = world.exchange("/lists/red?q=x&view=elder", "zh");
        assertThat(chosen.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("view=elder; Path=/; Max-Age=31536000;")
                .endsWith("HttpOnly; SameSite=Lax");
        Document page = Jsoup.parse(PageWorld.html(chosen));
        assertThat(page.select("html.elder")).hasSize(1);
        assertThat(page.select("a.view").attr("href")).isEqualTo("/lists/red?q=x&view=standard");
        assertThat(page.select("link[hreflang], a:not(.view), input[name=view]"))
                .allSatisfy(link -> assertThat(link.outerHtml()).doesNotContain("view="));
        Document kept = Jsoup.parse(PageWorld.html(world.client
                .get()
                .uri("/no/such")
                .cookie("view", "elder")
                .exchange()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectBody()
                .returnResult()));
        assertThat(kept.select("html.elder")).hasSize(1);
        assertThat(world.exchange("/verify?number=CX1&view=elder", "zh")
                        .getResponseHeaders()
                        .getFirst(HttpHeaders.LOCATION))
                .isEqualTo("/verify/CX1?view=elder");
        assertThat(world.exchange("/?view=standard", "zh").getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("view=standard;");
        assertThat(world.exchange("/?view=<script>", "zh").getResponseHeaders().containsHeader(HttpHeaders.SET_COOKIE))
                .isFalse();
        assertThat(world.get("/").select("html.elder")).isEmpty();
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        EntityExchangeResult<byte[]> first = world.exchange("/about/data", "zh");
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
        Document page = world.get("/");
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
        Document page = world.get("/about/data");
        assertThat(page.selectFirst("#sources").text()).contains("黄石市市场监督管理局", "2026-11-24 02:00", "12");
        world.catalog.types().forEach(type -> assertThat(
                        page.selectFirst("#type-" + type.code()).text())
                .contains(type.name().zh(), type.standard()));
    }

    @Test
    void theDataPageTellsEachRuleOfPublication() {
        Document page = world.get("/about/data");
        for (PublicationRule rule :
                PublicationRules.load(ZoneId.of("Asia/Shanghai")).all()) {
            assertThat(page.selectFirst("#rule-" + rule.code()).text())
                    .contains(rule.name().zh(), rule.basis(), rule.effective().toString());
        }
        assertThat(page.selectFirst("#rule-ndrc-order-36").text())
                .contains("行政处罚", "轻微：不公示", "一般：至少 3 个月，最长 1 年，从作出决定之日起算", "严重：至少 1 年，最长 3 年", "也适用于施行前");
        assertThat(page.selectFirst("#rule-list-until-exit").text()).contains("严重失信主体名单", "移出名单之日");
        Document english = Jsoup.parse(PageWorld.html(world.exchange("/about/data?lang=en", "zh")));
        assertThat(english.selectFirst("#rule-ndrc-order-36").text())
                .contains("rdinary: at least 3 months, at most 1 year, counted from the decision");
    }

    @Test
    void aTitleThatIsACodeIsSaidInTheLanguageOfThePage() {
        LocalName kind = world.type("commitment").recordFields().stream()
                .filter(field -> field.name().equals("commitmentKind"))
                .flatMap(field -> field.options().values().stream())
                .findFirst()
                .orElseThrow();
        RecordHit hit = new RecordHit(
                "r1",
                "s1",
                PageWorld.NAME,
                "commitment",
                kind.zh(),
                null,
                null,
                null,
                PageWorld.TODAY,
                false,
                0,
                List.of(),
                List.of());
        world.answers.records = PageWorld.page(List.of(hit), Understanding.As.NOTHING);
        assertThat(world.get("/commitments")
                        .selectFirst("tbody a[href*=records]")
                        .text())
                .startsWith(kind.zh());
        assertThat(Jsoup.parse(PageWorld.html(world.exchange("/commitments?lang=en", "zh")))
                        .selectFirst("tbody a[href*=records]")
                        .text())
                .startsWith(kind.en());
    }

    /** Month 01, day 01 and a right check character, so it is recognised; nobody's. */
    private static final String IDENTITY = "420202190001010019";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lists/red?q=#",
                "/commitments?q=#&authority=#",
                "/verify/#",
                "/s/#",
                "/s/s1/records/#",
                "/no/such/#",
                "/?from=#"
            })
    void anIdentityNumberIsNowhereRepeated(String path) {
        when(world.verifications.find(any())).thenReturn(Mono.just(new Verification.Unknown()));
        String page = PageWorld.html(world.exchange(path.replace("#", IDENTITY), "zh"));
        assertThat(page).doesNotContain(IDENTITY);
    }

    @Test
    void aRegisterSaysWhyItDoesNotSearchForAnIdentityNumber() {
        EntityExchangeResult<byte[]> result = world.exchange("/lists/serious-default?q=" + IDENTITY, "zh");
        assertThat(PageWorld.html(result)).contains("本站不以身份号码查询");
        assertThat(result.getResponseHeaders().getCacheControl()).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=%00%01x", "/lists/red?q=%00%01x", "/verify/%00%01x"})
    void controlCharactersStayOutOfPages(String path) {
        when(world.verifications.find(any())).thenReturn(Mono.just(new Verification.Unknown()));
        byte[] page = world.client
                .get()
                .uri(URI.create(path))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(new String(page, StandardCharsets.UTF_8)).doesNotContain("\0", "\1");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aSearchThatFailsIsExplainedAndTheQueryNotLogged(CapturedOutput log) {
        world.answers.failure = new IllegalStateException("index broken");
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=港饼", "zh");
        assertThat(result.getStatus().value()).isEqualTo(500);
        assertThat(PageWorld.html(result)).contains("暂时无法显示这一页").doesNotContain("港饼", "broken");
        assertThat(log.getAll()).contains("index broken").doesNotContain("q=", "%E6%B8%AF", "港饼");
    }
}
