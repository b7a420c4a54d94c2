package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

@ApiTest
class HttpEdgeTests {

    private static final String PROFILE = "/api/v1/subjects/" + FakeArchives.COMPANY;

    @Autowired
    WebTestClient client;

    @Autowired
    FakeArchives archives;

    @Test
    void givesStrongTagsAndAnswers304UntilTheBodyChanges() {
        HttpHeaders headers = client.get()
                .uri(PROFILE)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .values("Vary", vary -> assertThat(vary).contains("Accept-Language"))
                .returnResult(Void.class)
                .getResponseHeaders();
        String tag = headers.getETag();
        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");

        client.get()
                .uri(PROFILE)
                .header("If-None-Match", "\"other\", " + tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("ETag", tag)
                .expectHeader()
                .doesNotExist("Content-Type")
                .expectBody()
                .isEmpty();
        client.get()
                .uri(PROFILE + "?lang=en")
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isOk();
        archives.gone = true;
        client.get()
                .uri(PROFILE)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .doesNotExist("ETag");
        archives.gone = false;
    }

    @Test
    void aHeadAnswersTheHeadersOfAGet() {
        String tag = client.get()
                .uri(PROFILE)
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
        client.head()
                .uri(PROFILE)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", tag)
                .expectBody()
                .isEmpty();
    }

    @Test
    void anySiteMayReadAndNoneMayWrite() {
        client.options()
                .uri(PROFILE)
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*")
                .expectHeader()
                .value("Access-Control-Allow-Methods", value -> assertThat(value)
                        .contains("GET"));
        client.get()
                .uri(PROFILE)
                .header("Origin", "https://shop.example")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*")
                .expectHeader()
                .value("Access-Control-Expose-Headers", value -> assertThat(value)
                        .contains("ETag"))
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Credentials");
        client.options()
                .uri(PROFILE)
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "DELETE")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void everyAnswerCarriesSecurityHeaders() {
        for (String uri : new String[] {PROFILE, "/api/v1/records/none"}) {
            client.get()
                    .uri(uri)
                    .exchange()
                    .expectHeader()
                    .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("Referrer-Policy", "same-origin")
                    .expectHeader()
                    .valueEquals("X-Robots-Tag", "noindex, noarchive")
                    .expectHeader()
                    .exists("Permissions-Policy")
                    .expectHeader()
                    .doesNotExist("Strict-Transport-Security");
        }
        client.get()
                .uri("/no-page")
                .exchange()
                .expectHeader()
                .value("Content-Security-Policy", value -> assertThat(value).contains("default-src 'self'"))
                .expectHeader()
                .value("Content-Security-Policy", value -> assertThat(value).contains("frame-ancestors 'none'"));
    }

    @Test
    void outsideTheApiAProblemIsForThoseWhoPreferJson() {
        client.get()
                .uri("/no-page")
                .header("Accept", "application/json")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json");
        client.get()
                .uri("/no-page")
                .header("Accept", "text/html,application/json")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith("text/html");
    }
}
