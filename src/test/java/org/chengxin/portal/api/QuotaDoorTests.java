package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chengxin.access.TestApiKeys;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
        classes = ApiTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=-1",
            "springdoc.api-docs.enabled=false",
            "chengxin.quota.requests-per-minute=3",
            "chengxin.quota.trusted-proxies=1"
        })
@AutoConfigureWebTestClient
class QuotaDoorTests {

    @Autowired
    WebTestClient client;

    @Autowired
    MeterRegistry meters;

    @Test
    void saysWhatIsLeftAndRefusesWhatIsOver() {
        double before = refusals();
        for (int left = 2; left >= 0; left--) {
            client.get()
                    .uri("/api/v1/record-types")
                    .header("X-Forwarded-For", "192.0.2.1")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("RateLimit-Policy", "\"requests\";q=3;w=60")
                    .expectHeader()
                    .valueMatches("RateLimit", "\"requests\";r=" + left + ";t=\\d+");
        }
        client.get()
                .uri("/api/v1/record-types?lang=en")
                .header("X-Forwarded-For", "192.0.2.1")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType("application/problem+json")
                .expectHeader()
                .valueMatches("Retry-After", "[1-9]\\d*")
                .expectHeader()
                .valueMatches("RateLimit", "\"requests\";r=0;t=\\d+")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Too many requests");
        client.get()
                .uri("/api/v1/record-types")
                .header("X-Forwarded-For", "192.0.2.1, 192.0.2.2")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(refusals() - before).isEqualTo(1);
    }

    private double refusals() {
        return meters.counter("chengxin.quota.refusals", "policy", "requests").count();
    }

    @Test
    void everyQueryOfAMatchCounts() {
        match(2).expectStatus().isOk().expectHeader().valueMatches("RateLimit", "\"requests\";r=1;t=\\d+");
        match(5).expectStatus().isEqualTo(413);
        match(2).expectStatus().isEqualTo(429).expectHeader().valueMatches("Retry-After", "[1-9]\\d*");
    }

    @Test
    void aKeyHasAnAllowanceOfItsOwnFromWhereverItIsUsed() {
        for (String address : List.of("192.0.2.11", "192.0.2.12", "192.0.2.13")) {
            boolean over = address.endsWith("13");
            client.get()
                    .uri("/api/v1/record-types")
                    .header("X-Forwarded-For", address)
                    .header("Authorization", "Bearer " + TestApiKeys.BARE)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(over ? 429 : 200)
                    .expectHeader()
                    .valueEquals("RateLimit-Policy", "\"key\";q=2;w=60");
        }
        client.get()
                .uri("/api/v1/record-types")
                .header("X-Forwarded-For", "192.0.2.13")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("RateLimit", "\"requests\";r=2;t=\\d+");
    }

    private WebTestClient.ResponseSpec match(int queries) {
        String body = IntStream.range(0, queries)
                .mapToObj(i -> "\"" + i + "\": {\"name\": \"x\"}")
                .collect(Collectors.joining(",", "{\"queries\": {", "}}"));
        return client.post()
                .uri("/api/v1/subjects/match")
                .header("X-Forwarded-For", "192.0.2.7")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
