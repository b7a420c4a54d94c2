package org.chengxin.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.chengxin.PortalTest;
import org.chengxin.site.MarkCopies;
import org.chengxin.site.MarkCopies.Copy;
import org.chengxin.site.MarkCopies.Shown;
import org.chengxin.site.MarkSuspensions;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** Marks that their owner does not want shown, and marks shown where they do not belong. */
class MarksOnSitesIT extends PortalTest {

    private static final String HOME = "https://gangbing.example.cn/";
    private static final String COPYCAT = "https://www.gangbing-copy.example.net/shop";
    private static final String OFF = "暂不展示";

    @Autowired
    private MarkSuspensions suspensions;

    @Autowired
    private MarkCopies copies;

    @Autowired
    private CopyCount count;

    @Autowired
    private SubjectStore subjects;

    @Autowired
    private JdbcClient jdbc;

    private Subject company;

    @BeforeEach
    void company() {
        company = subjects.findByUscc("91420202MA44G5GY9R").orElseThrow();
        count.write();
        forget();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from mark_suspension").update();
        jdbc.sql("delete from mark_copy").update();
        // whoever comes next meets the mark as it was
        within(() -> picture(HOME).contains("红名单"));
    }

    @Test
    void aSuspendedMarkSaysSoInAllFormsWithinTwoSecondsAndComesBack() {
        assertThat(suspensions.suspend(company, "https://gangbing.example.cn", "tester"))
                .isTrue();
        within(() -> picture(HOME).contains(OFF));
        assertThat(picture(HOME)).doesNotContain("红名单", "存续", "不属于");
        assertThat(asked("/widget/v1/frame?subject=" + company.id(), HttpHeaders.REFERER, HOME))
                .contains(OFF)
                .doesNotContain("红名单");
        JsonNode mark = get("/widget/v1/badge/" + company.id() + ".json");
        assertThat(mark.get("sites").toString()).doesNotContain("\"gangbing.example.cn\"");
        assertThat(mark.get("suspended").toString()).contains("\"gangbing.example.cn\"");
        assertThat(mark.at("/words/suspended").asString()).contains(OFF);
        assertThat(picture(COPYCAT)).as("a copy is a copy all the same").contains("此标识不属于本网站");
        assertThat(suspensions.suspend(company, "gangbing.example.cn", "tester"))
                .as("once")
                .isFalse();
        assertThat(suspensions.all())
                .extracting(MarkSuspensions.Suspension::site)
                .containsExactly("gangbing.example.cn");

        assertThat(suspensions.resume(company, "gangbing.example.cn/", "tester"))
                .isTrue();
        within(() -> picture(HOME).contains("红名单"));
        assertThat(suspensions.resume(company, "gangbing.example.cn", "tester")).isFalse();
    }

    @Test
    void allSitesAtOnceAndNoneOfOthers() {
        suspensions.suspend(company, MarkSuspensions.EVERYWHERE, "tester");
        within(() -> picture(HOME).contains(OFF));
        assertThat(asked(badge(), "X-No-Referer", "")).as("wherever it stands").contains(OFF);
        assertThatThrownBy(() -> suspensions.resume(company, "a b", "tester"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(suspensions.all()).as("a slip resumes nothing").hasSize(1);
        assertThatThrownBy(() -> suspensions.suspend(company, "yunci.example.cn", "tester"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yunci.example.cn");
    }

    @Test
    void copiesAreCountedByHostAndDayAndNothingElse() {
        picture(COPYCAT);
        picture("http://gangbing-copy.example.net:8080/?visitor=someone");
        asked("/widget/v1/badge/" + company.id() + ".json", HttpHeaders.ORIGIN, "https://other-copy.example.net");
        for (String honest :
                List.of(HOME, "https://www.gangbing.example.cn/x", "http://localhost:3000/", "http://intranet/")) {
            picture(honest);
        }
        asked(badge(), "X-No-Referer", "");
        count.write();
        assertThat(copies.list(company.id(), 30))
                .extracting(Copy::host, Copy::times)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("gangbing-copy.example.net", 2L),
                        org.assertj.core.groups.Tuple.tuple("other-copy.example.net", 1L));
        assertThat(jdbc.sql("select string_agg(m::text, ' ') from mark_copy m")
                        .query(String.class)
                        .single())
                .doesNotContain("visitor", "someone", "127.0.0.1");
        picture(COPYCAT);
        count.write();
        assertThat(copies.list(null, 1).get(0).times()).isEqualTo(3);
    }

    @Test
    void whoMakesHostsUpFillsNothing() {
        List<Shown> flood = IntStream.range(0, 1000)
                .mapToObj(i -> new Shown(company.id(), "h" + i + ".example.net", copies.today(), 1))
                .toList();
        copies.add(List.of(new Shown(company.id(), "real.example.net", copies.today(), 7)));
        copies.add(flood);
        copies.add(flood);
        copies.add(List.of(
                new Shown(company.id(), "real.example.net", copies.today(), 1),
                new Shown(company.id(), "late.example.net", copies.today(), 9)));
        List<Copy> kept = copies.list(company.id(), 1);
        assertThat(kept).hasSize(200);
        assertThat(kept.get(0)).extracting(Copy::host, Copy::times).containsExactly("real.example.net", 8L);
        clock.move(Duration.ofDays(401));
        copies.forget();
        clock.reset();
        assertThat(copies.list(null, 1000)).isEmpty();
    }

    @Test
    void whatIsAtHandIsAnsweredAsItsDoorAnswers() throws InterruptedException {
        for (String path : List.of(badge(), badge() + "?lang=en&theme=dark", badge().replace(".svg", ".json"))) {
            // a mark is read again after a second when anything changed since
            jdbc.sql("update source set name = name").update();
            Thread.sleep(1_200);
            EntityExchangeResult<byte[]> door = answer(path, HttpHeaders.REFERER, HOME);
            EntityExchangeResult<byte[]> atHand = answer(path, HttpHeaders.REFERER, HOME);
            assertThat(atHand.getResponseBody()).as(path).isNotEmpty().isEqualTo(door.getResponseBody());
            assertThat(fields(atHand)).as(path).isEqualTo(fields(door)).containsKeys("ETag", "Content-Security-Policy");
        }
        http().get().uri(badge() + "?theme=pink").exchange().expectStatus().isBadRequest();
        String script = "/widget/v1/chengxin.js";
        HttpHeaders head = http().head()
                .uri(script)
                .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty()
                .getResponseHeaders();
        assertThat(head.getContentLength()).isGreaterThan(1_000);
        http().get()
                .uri(script)
                .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                .header(HttpHeaders.IF_NONE_MATCH, head.getETag())
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("Cache-Control", head.getCacheControl())
                .expectBody()
                .isEmpty();
    }

    /** Names and values of the fields of an answer, without those of a moment. */
    private static Map<String, List<String>> fields(EntityExchangeResult<byte[]> answer) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.getResponseHeaders().forEach(fields::put);
        fields.remove("Date");
        return fields;
    }

    private String badge() {
        return "/widget/v1/badge/" + company.id() + ".svg";
    }

    private String picture(String page) {
        return asked(badge(), HttpHeaders.REFERER, page);
    }

    private String asked(String path, String header, String value) {
        return new String(answer(path, header, value).getResponseBody(), StandardCharsets.UTF_8);
    }

    private EntityExchangeResult<byte[]> answer(String path, String header, String value) {
        return http().get()
                .uri(path)
                .header(header, value)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }

    private static void within(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within two seconds").isLessThan(until);
        }
    }
}
