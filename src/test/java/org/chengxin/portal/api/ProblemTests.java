package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.chengxin.search.SearchTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import reactor.core.publisher.Flux;

@ApiTest
class ProblemTests {

    @Autowired
    WebTestClient client;

    @Autowired
    FakeSearchEngine engine;

    @AfterEach
    void backToNormal() {
        engine.failure = null;
    }

    @Test
    void namesEachParameterAtFaultAndTheKnownValues() {
        problem(400, "/api/v1/subjects?kind=shop,castle&size=0&sort=luck&region=99&typo=1&cursor=x&lang=en")
                .jsonPath("$.type")
                .isEqualTo("/developers/problems/invalid-parameter")
                .jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString())
                        .contains("kind", "size", "sort", "region", "typo")
                        .doesNotContain("cursor"))
                .jsonPath("$.errors[?(@.field=='kind')].known[*]")
                .value(known -> assertThat(known.toString()).contains("individual-business"))
                .jsonPath("$.errors[?(@.field=='size')].reason")
                .isEqualTo("must be between 1 and 100");
    }

    @Test
    void aBrokenCursorNamesCursor() {
        problem(400, "/api/v1/subjects?cursor=broken")
                .jsonPath("$.errors[0].field")
                .isEqualTo("cursor");
        problem(400, "/api/v1/records?cursor=broken")
                .jsonPath("$.errors[0].field")
                .isEqualTo("cursor");
    }

    @Test
    void anOverlongQueryNamesQ() {
        problem(400, "/api/v1/subjects?q=" + "港".repeat(10_001))
                .jsonPath("$.errors[0].field")
                .isEqualTo("q");
        client.get()
                .uri("/api/v1/subjects?q=" + "港".repeat(500))
                .exchange()
                .expectStatus()
                .isOk();
        problem(414, "/api/v1/subjects?q=" + "港".repeat(11_300));
    }

    @Test
    void aParameterGivenTwiceIsRefusedWhereOneIsMeant() {
        problem(400, "/api/v1/subjects?q=a&q=b").jsonPath("$.errors[0].field").isEqualTo("q");
    }

    @Test
    void neverSaysBackWhatWasSent() {
        byte[] body = problem(400, "/api/v1/subjects?kind=420281199001011237&size=<b>&420281199001011237=1")
                .returnResult()
                .getResponseBody();
        assertThat(new String(body)).doesNotContain("420281199001011237").doesNotContain("<b>");
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        problem(404, "/api/v1/records/none").jsonPath("$.title").isEqualTo("未找到");
        problem(404, "/api/v1/records/none?lang=en").jsonPath("$.title").isEqualTo("Not found");
        client.get()
                .uri("/api/v1/records/none")
                .header("Accept-Language", "fr;q=0.9, en-GB;q=0.8, zh;q=0.1")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Language", "en")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Not found");
        client.get()
                .uri("/api/v1/records/none?lang=zh")
                .header("Accept-Language", "en")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("未找到");
        problem(400, "/api/v1/subjects?lang=fr").jsonPath("$.errors[0].field").isEqualTo("lang");
        client.get()
                .uri("/api/v1/records/none")
                .header("Accept-Language", "§§;q=x")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesWhatNoDoorTakes() {
        problem(404, "/api/v1/nothing-here");
        client.method(HttpMethod.DELETE)
                .uri("/api/v1/subjects")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .contentType("application/problem+json")
                .expectHeader()
                .value("Allow", value -> assertThat(value).contains("GET"));
        client.get()
                .uri("/api/v1/subjects")
                .header("Accept", "image/png")
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectHeader()
                .contentType("application/problem+json");
        client.post()
                .uri("/api/v1/subjects")
                .bodyValue("x".repeat(1_100_000))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType("application/problem+json");
    }

    @Test
    void aBodyWithoutALengthIsCountedWhileItArrives() {
        byte[] part = new byte[64 * 1024];
        DataBufferFactory buffers = DefaultDataBufferFactory.sharedInstance;
        client.post()
                .uri("/api/v1/verifications")
                .contentType(MediaType.APPLICATION_PDF)
                .body(Flux.range(0, 11 * 16).map(i -> buffers.wrap(part)), DataBuffer.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType("application/problem+json");
    }

    @Test
    void whatIsLateOrRefusedIsWorthAnotherTry() {
        for (RuntimeException failure : List.of(
                new RejectedExecutionException("full"), new SearchTimeoutException(Duration.ofSeconds(1), null))) {
            engine.failure = failure;
            client.get()
                    .uri("/api/v1/subjects")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After");
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFaultOfOursSaysNothingOfItsCauseAndLogsNothingOfTheQuery(CapturedOutput log) {
        engine.failure = new IllegalStateException("secret detail");
        byte[] body = problem(500, "/api/v1/subjects?q=wanted-person")
                .jsonPath("$.request")
                .isNotEmpty()
                .returnResult()
                .getResponseBody();
        assertThat(new String(body)).doesNotContain("secret").doesNotContain("Exception");
        assertThat(log).contains("secret detail").doesNotContain("wanted-person");
    }

    private BodyContentSpec problem(int status, String uri) {
        return client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody();
    }
}
