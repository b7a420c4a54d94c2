package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
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
        assertThat(meters.get("chengxin.quota.refusals")
                        .tag("policy", "requests")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
