package org.chengxin.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.BrowserRun;
import org.chengxin.PortalTest;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.shared.Sha256;
import org.chengxin.site.MarkSuspensions;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** The doors that other people's pages load from, and those pages in a browser on other origins. */
class WidgetIT extends PortalTest {

    private static final String COMPANY = "黄石市港饼网络科技有限公司";
    private static final String HOME = "https://gangbing.example.cn/";
    private static final String COPYCAT = "https://gangbing-shop.example.net/";

    @Autowired
    private WidgetScript script;

    @Autowired
    private OwnSite own;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SubjectStore subjects;

    @Autowired
    private MarkSuspensions suspensions;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void theScriptIsForEveryPageAndAVersionForEver() throws Exception {
        String path = "/widget/v1/chengxin-" + script.version() + ".js";
        EntityExchangeResult<byte[]> fixed = answer(path, HttpHeaders.ACCEPT_ENCODING, "identity");
        HttpHeaders headers = fixed.getResponseHeaders();
        assertThat(headers.getCacheControl()).contains("immutable", "public", "max-age=31536000");
        assertThat(headers.getAccessControlAllowOrigin()).isEqualTo("*");
        assertThat(headers.getFirst("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(headers.getVary()).contains("Accept-Encoding");
        assertThat(headers.getContentType().toString()).startsWith("text/javascript");
        assertThat(text(fixed)).contains("chengxin-lookup", "https://hb.gsxt.gov.cn/");

        HttpResponse<byte[]> moving = compressed("br, gzip");
        assertThat(moving.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=600")
                .doesNotContain("immutable");
        assertThat(moving.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(moving.body()).hasSizeLessThanOrEqualTo(5 * 1024);
        assertThat(moving.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(headers.getETag());
        assertThat(compressed("gzip;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(status("/widget/v1/chengxin-1-000000000000.js")).isEqualTo(404);
    }

    @Test
    void aMarkIsValidOnItsSitesOnly() {
        String id = subject(COMPANY);
        String path = "/widget/v1/badge/" + id + ".svg";
        assertThat(text(answer(path, HttpHeaders.REFERER, HOME)))
                .contains(COMPANY, "存续", "主体身份已核验", "红名单", "数据日期")
                .doesNotContain("不属于", "只属于");
        assertThat(text(answer(path, HttpHeaders.REFERER, COPYCAT)))
                .contains(COMPANY, "此标识不属于本网站")
                .doesNotContain("红名单");
        assertThat(text(answer(path, "X-No-Referer", "")))
                .as("who hides where the picture stands gets no valid mark")
                .contains("此标识只属于 gangbing.example.cn")
                .doesNotContain("红名单");
        assertThat(text(answer(path + "?lang=en&theme=dark", HttpHeaders.REFERER, COPYCAT)))
                .contains("This mark does not belong to this site", "#16191d");
        HttpHeaders headers = answer(path, HttpHeaders.REFERER, HOME).getResponseHeaders();
        assertThat(headers.getCacheControl()).contains("max-age=60", "public");
        assertThat(headers.getVary()).contains("Referer", "Accept-Language");
        assertThat(headers.getFirst("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        http().get()
                .uri(path)
                .header(HttpHeaders.REFERER, HOME)
                .header(HttpHeaders.IF_NONE_MATCH, headers.getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
        assertThat(status(path + "?theme=pink")).isEqualTo(400);
    }

    @Test
    void aServerGetsItsMarkSignedForOnePage() {
        String path = "/widget/v1/badge/" + subject(COMPANY) + ".html?site=";
        EntityExchangeResult<byte[]> here = answer(path + "gangbing.example.cn/about", HttpHeaders.ACCEPT, "text/html");
        HttpHeaders headers = here.getResponseHeaders();
        assertThat(text(here))
                .startsWith("<a class=\"chengxin-badge\" href=\"" + site() + "/s/")
                .contains(COMPANY, "存续", "红名单")
                .doesNotContain("<script", "<style", "style=", " id=");
        assertThat(headers.getCacheControl()).contains("max-age=60", "public");
        assertThat(headers.getContentType().toString()).startsWith("text/html");
        String keys = body("/.well-known/chengxin/keys.json");
        OfflineCheck.Verdict verdict = new OfflineCheck(PublishedKey.ofKeySet(keys), null, clock.instant())
                .of(headers.getFirst("Receipt").getBytes(StandardCharsets.US_ASCII));
        assertThat(verdict.state()).isEqualTo(OfflineCheck.State.GENUINE);
        assertThat(verdict.claims())
                .containsEntry("req", "GET " + path + "gangbing.example.cn/about")
                .containsEntry(
                        "dig",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(here.getResponseBody())));

        assertThat(text(answer(path + COPYCAT, HttpHeaders.ACCEPT, "text/html")))
                .contains("此标识不属于本网站")
                .doesNotContain("红名单");
        assertThat(status(path.replace("?site=", "")))
                .as("it has to say which page")
                .isEqualTo(400);
        assertThat(status(path + "no address")).isEqualTo(400);
        assertThat(status("/widget/v1/badge/000000000000.html?site=gangbing.example.cn"))
                .isEqualTo(404);
    }

    @Test
    void aShopsMarkBelongsToItsPageAndNotToThePlatform() {
        String path = "/widget/v1/badge/" + subject("港饼旗舰店") + ".svg";
        String platform = "https://shop.chuhuotong.example.cn";
        assertThat(text(answer(path, HttpHeaders.REFERER, platform + "/s/10023")))
                .contains("存续");
        assertThat(text(answer(path, HttpHeaders.REFERER, platform + "/s/10188")))
                .contains("此标识不属于本网站");
        assertThat(text(answer(path, HttpHeaders.REFERER, platform + "/")))
                .as("a browser tells of another site's page its origin only")
                .contains("此标识只属于 shop.chuhuotong.example.cn/s/10023");
    }

    @Test
    void noMarkSpeaksAgainstItsSubjectOrStandsForAPerson() {
        List<String> ids =
                jdbc.sql("select id from subject").query(String.class).list();
        int marks = 0;
        for (String id : ids) {
            String path = "/widget/v1/badge/" + id + ".json";
            int status = status(path);
            boolean person = jdbc.sql(
                            "select kind like 'natural%' or kind = 'practitioner' from subject where id = :id")
                    .param("id", id)
                    .query(Boolean.class)
                    .single();
            assertThat(status).as(id).isEqualTo(person ? 404 : 200);
            if (status == 200) {
                marks++;
                assertThat(body(path) + text(answer("/widget/v1/badge/" + id + ".svg", HttpHeaders.REFERER, HOME)))
                        .doesNotContain("失信", "处罚", "异常", "吊销", "注销", "停业", "评级", "等级");
            }
        }
        assertThat(marks).isGreaterThan(30);
        JsonNode listed = get("/widget/v1/badge/" + subject("黄石百臻生物科技有限公司") + ".json");
        assertThat(listed.get("inUse").asBoolean()).isFalse();
        assertThat(listed.get("facts").isEmpty()).isTrue();
    }

    @Test
    void anHonourIsGoneFromTheMarkAtItsEnd() {
        String path = "/widget/v1/badge/" + subject(COMPANY) + ".json";
        assertThat(get(path).get("facts").toString()).contains("红名单");
        clock.move(Duration.ofDays(4000));
        assertThat(get(path).get("facts").toString()).doesNotContain("红名单");
        clock.reset();
        assertThat(get(path).get("facts").toString()).contains("红名单");
    }

    @Test
    void aMarkIsInNoCacheWhenARecordOfItsSubjectEnds() {
        String id = subject(COMPANY);
        Instant end = jdbc.sql("select min(public_until) from record where subject_id = :id and state = 'published'"
                        + " and public_until > now()")
                .param("id", id)
                .query(Timestamp.class)
                .single()
                .toInstant();
        clock.move(Duration.between(clock.instant(), end.minusSeconds(20)));
        for (String path : List.of(
                "/widget/v1/badge/" + id + ".json",
                "/widget/v1/badge/" + id + ".svg",
                "/widget/v1/frame?subject=" + id,
                "/widget/v1/oembed?url=" + site() + "/s/" + id)) {
            assertThat(age(path)).as("%s, 20 s before the end", path).isLessThan(20);
        }
    }

    /** Seconds that a cache may keep an answer. */
    private int age(String path) {
        Matcher age = Pattern.compile("max-age=(\\d+), public")
                .matcher(answer(path, HttpHeaders.ACCEPT, "*/*")
                        .getResponseHeaders()
                        .getCacheControl());
        assertThat(age.matches()).as(path).isTrue();
        return Integer.parseInt(age.group(1));
    }

    @Test
    void onlyTheFrameMayBeFramed() {
        String id = subject(COMPANY);
        EntityExchangeResult<byte[]> frame = answer("/widget/v1/frame?subject=" + id, HttpHeaders.REFERER, COPYCAT);
        assertThat(frame.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors *")
                .doesNotContain("unsafe");
        Document document = Jsoup.parse(text(frame));
        assertThat(document.selectFirst("chengxin-badge").attr("subject")).isEqualTo(id);
        assertThat(document.selectFirst("chengxin-badge svg").text()).contains("此标识不属于本网站");
        assertThat(Jsoup.parse(body("/widget/v1/frame")).select("chengxin-lookup form[action=/search] input[name=q]"))
                .hasSize(1);
        EntityExchangeResult<byte[]> missing = answer("/widget/v1/frame?subject=none", HttpHeaders.REFERER, HOME);
        assertThat(missing.getStatus().value()).isEqualTo(404);
        assertThat(missing.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("frame-ancestors *");
        for (String other : List.of(
                "/", "/search", "/s/" + id, "/widget/v1/oembed", "/widget/v1/frame?theme=pink", "/widget/none")) {
            assertThat(answer(other, HttpHeaders.ACCEPT, "text/html")
                            .getResponseHeaders()
                            .getFirst("Content-Security-Policy"))
                    .as(other)
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void anEditorLearnsHowToEmbedAProfile() {
        String id = subject(COMPANY);
        JsonNode asked = get("/widget/v1/oembed?maxwidth=240&url=" + site() + "/s/" + id);
        assertThat(asked.get("type").asString()).isEqualTo("rich");
        assertThat(asked.get("version").asString()).isEqualTo("1.0");
        assertThat(asked.get("width").asInt()).isEqualTo(240);
        assertThat(Jsoup.parse(asked.get("html").asString())
                        .selectFirst("iframe")
                        .attr("src"))
                .isEqualTo(site() + "/widget/v1/frame?subject=" + id + "&lang=zh");
        assertThat(status("/widget/v1/oembed?url=https://elsewhere.example/s/" + id))
                .isEqualTo(404);
        assertThat(status("/widget/v1/oembed")).isEqualTo(400);
        assertThat(status("/widget/v1/oembed?format=xml&url=" + site() + "/s/" + id))
                .isEqualTo(400);
        assertThat(status("/widget/v1/oembed?maxwidth=-1&url=" + site() + "/s/" + id))
                .isEqualTo(400);
    }

    @Test
    void theyWorkOnPagesOfOtherOriginsUnderAStrictPolicy() throws Exception {
        Subject resting = subjects.find(subject("黄石云磁信息技术有限公司")).orElseThrow();
        suspensions.suspend(resting, "yunci.example.cn", "tester");
        try {
            BrowserRun.of(
                    "widget.mjs",
                    "http://localhost:" + port,
                    script.version(),
                    script.integrity(),
                    subject(COMPANY),
                    subject("港饼旗舰店"),
                    resting.id());
        } finally {
            suspensions.resume(resting, "yunci.example.cn", "tester");
        }
    }

    /** By a client that takes answers as they come. */
    private HttpResponse<byte[]> compressed(String codings) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/widget/v1/chengxin.js");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(HttpHeaders.ACCEPT_ENCODING, codings)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private String site() {
        return own.url().toString();
    }

    private String subject(String name) {
        return jdbc.sql("select id from subject where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private EntityExchangeResult<byte[]> answer(String path, String header, String value) {
        return http().get()
                .uri(path)
                .header(header, value)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private int status(String path) {
        return answer(path, HttpHeaders.ACCEPT, "*/*").getStatus().value();
    }
}
