package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.MethodNotAllowedException;
import tools.jackson.databind.json.JsonMapper;

/** What readers and programs are told when something cannot be answered: behind the quotas and edges of the portal. */
class ErrorPageTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String REPORT = "/api/v1/subjects/s1/report.pdf";

    private final PageWorld world = new PageWorld(Edges.class);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aReaderOverTheQuotaOfPagesIsToldHowLongToWait() {
        for (int left = 2; left >= 0; left--) {
            ask("/about/data", BROWSER, "zh")
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("RateLimit-Policy", "\"pages\";q=3;w=60")
                    .expectHeader()
                    .valueMatches("RateLimit", "\"pages\";r=" + left + ";t=\\d+");
        }
        EntityExchangeResult<byte[]> refused = answer("/about/data?lang=en", BROWSER, "zh");
        assertThat(refused.getStatus().value()).isEqualTo(429);
        String wait = refused.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        assertThat(wait).matches("[1-9]\\d*");
        Document page = page(refused);
        assertThat(page.selectFirst("h1").text()).isEqualTo("Too many requests");
        assertThat(page.selectFirst("main").text()).contains("Wait " + wait + " s");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main a[href='/?lang=en']")).hasSize(1);
        assertThat(page(answer("/", BROWSER, "zh")).selectFirst("h1").text()).isEqualTo("请求过于频繁");
        ask("/statistics", "application/json", "zh")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType("application/problem+json");
        ask("/assets/mark-v1.svg", "image/*", "zh").expectStatus().isOk();
    }

    @Test
    void aBrowserThatAsksForTooManyReportsGetsAPageAndAProgramAProblem() {
        assertThat(answer(REPORT, BROWSER, "zh").getStatus().value()).isEqualTo(404);
        EntityExchangeResult<byte[]> refused = answer(REPORT, BROWSER, "zh");
        assertThat(refused.getStatus().value()).isEqualTo(429);
        assertThat(refused.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'self'");
        assertThat(refused.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isNotNull();
        assertThat(page(refused).selectFirst("h1").text()).isEqualTo("请求过于频繁");
        for (String program : new String[] {"*/*", "application/pdf", "application/json"}) {
            ask(REPORT, program, "zh")
                    .expectStatus()
                    .isEqualTo(429)
                    .expectHeader()
                    .contentType("application/problem+json");
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ProblemException.of(ProblemKind.NOT_FOUND), 404, "没有这个页面"),
                Arguments.of(PageProblem.forbidden(), 403, "没有受理这次提交"),
                Arguments.of(PageProblem.parameter("year"), 400, "有一个条件无法识别"),
                Arguments.of(PageProblem.longText(2000), 400, "输入的内容太长"),
                Arguments.of(new MethodNotAllowedException("PATCH", null), 405, "无法处理这个请求"),
                Arguments.of(new DataBufferLimitException("long"), 413, "提交的内容太大"),
                Arguments.of(ProblemException.of(ProblemKind.ADDRESS_TOO_LONG), 414, "网址太长"),
                Arguments.of(new IllegalStateException("broken"), 500, "暂时无法显示这一页"),
                Arguments.of(new RejectedExecutionException("full"), 503, "暂时繁忙"),
                Arguments.of(
                        ProblemException.retryAfter(ProblemKind.STORE_UNAVAILABLE, Duration.ofSeconds(5)),
                        503,
                        "数据库暂时连接不上"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureSaysWhatHappenedAndLeadsOn(RuntimeException failure, int status, String title) {
        world.answers.failure = failure;
        EntityExchangeResult<byte[]> result = answer("/search?q=x", BROWSER, "zh");
        assertThat(result.getStatus().value()).isEqualTo(status);
        Document page = page(result);
        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select("main p")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.select("main a[href='/']")).hasSize(1);
        assertThat(page.selectFirst("main").text()).contains("0714-12345").doesNotContain("broken");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(result.getResponseHeaders().containsHeader(HttpHeaders.RETRY_AFTER))
                .isEqualTo(status == 503);
        Document english = page(answer("/search?q=x", BROWSER, "en"));
        assertThat(english.selectFirst("main").text()).doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b/c;;", "text/"})
    void anAcceptNobodyCanReadIsAnsweredAllTheSame(String accept) {
        assertThat(answer("/no/such", accept, "zh").getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private WebTestClient.ResponseSpec ask(String path, String accept, String language) {
        return world.client
                .get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, accept)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
    }

    private EntityExchangeResult<byte[]> answer(String path, String accept, String language) {
        return ask(path, accept, language).expectBody().returnResult();
    }

    private static Document page(EntityExchangeResult<byte[]> result) {
        return Jsoup.parse(PageWorld.html(result));
    }

    /** The real filters, with three pages and one report a minute. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"org.chengxin.quota", "org.chengxin.platform"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(QuotaConfiguration|WebConfiguration)"))
    static class Edges {

        @Bean
        @Primary
        ChengxinProperties narrow() {
            return PageWorld.Wiring.settings(new ChengxinProperties.Quota(true, 600, 1, 0, 1000, 10, 20, 3));
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }
}
