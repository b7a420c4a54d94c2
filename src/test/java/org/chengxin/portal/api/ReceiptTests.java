package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.TestKeys;
import org.chengxin.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Receipts over answers of the API, checked with nothing but the published keys. */
@ApiTest
class ReceiptTests {

    @Autowired
    WebTestClient client;

    private EntityExchangeResult<byte[]> asked(String uri, String prefer, String... etag) {
        return client.get()
                .uri(uri)
                .headers(fields -> {
                    fields.set("Prefer", prefer);
                    fields.put("If-None-Match", List.of(etag));
                })
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static OfflineCheck.Verdict check(String receipt) {
        return new OfflineCheck(PublishedKey.ofKeySet(TestKeys.keySet()), null, ApiTestApplication.NOW)
                .of(receipt.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void tellsWhatWasAskedAndProvesTheAnswer() {
        for (String uri : List.of("/api/v1/subjects?q=港饼&lang=zh", "/api/v1/records?q=罚款", "/api/v1/record-types")) {
            EntityExchangeResult<byte[]> answer = asked(uri, "respond-async, Receipt");
            String receipt = answer.getResponseHeaders().getFirst("Receipt");
            OfflineCheck.Verdict verdict = check(receipt);
            assertThat(verdict.state()).isEqualTo(OfflineCheck.State.GENUINE);
            assertThat(verdict.claims())
                    .containsEntry("knd", "receipt")
                    .containsEntry("req", "GET " + uri)
                    .containsEntry("iat", (int) ApiTestApplication.NOW.getEpochSecond())
                    .containsEntry(
                            "dig",
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(Sha256.of(answer.getResponseBody())));
            assertThat((String) verdict.claims().get("jti")).matches("CR20261124[0-9A-Z]{13}");
            assertThat((Map<?, ?>) verdict.claims().get("cov")).isNotEmpty();
            assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
            String changed = receipt.substring(0, receipt.length() - 3) + "AAA";
            assertThat(check(changed).state()).isEqualTo(OfflineCheck.State.ALTERED);
        }
    }

    @Test
    void isOverAWholeAnswerAlsoWhenTheReaderHasIt() {
        String tag = client.get()
                .uri("/api/v1/record-types")
                .exchange()
                .expectHeader()
                .doesNotExist("Receipt")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        EntityExchangeResult<byte[]> again = asked("/api/v1/record-types", "receipt", tag);
        assertThat(again.getStatus().value()).isEqualTo(200);
        assertThat(again.getResponseHeaders().getFirst("Receipt")).isNotNull();
    }

    @Test
    void saysNoNumberOfAPersonBackAndIsNotGivenForAProblem() {
        String receipt = asked("/api/v1/subjects?q=11010519491231002X", "receipt")
                .getResponseHeaders()
                .getFirst("Receipt");
        assertThat((String) check(receipt).claims().get("req")).doesNotContain("11010519491231002X");
        assertThat(asked("/api/v1/subjects?nope=1", "receipt")
                        .getResponseHeaders()
                        .getFirst("Receipt"))
                .isNull();
        assertThat(asked("/api/v1/record-types", "return=minimal")
                        .getResponseHeaders()
                        .getFirst("Receipt"))
                .isNull();
    }

    @Test
    void whatWasAskedInABodyIsToldByItsDigest() {
        String body = "{\"queries\": {\"a\": {\"name\": \"港饼\", \"representative\": \"方维舟\"}}}";
        EntityExchangeResult<byte[]> answer = client.post()
                .uri("/api/v1/subjects/match?lang=zh")
                .header("Prefer", "receipt")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Preference-Applied", "receipt")
                .expectBody()
                .returnResult();
        OfflineCheck.Verdict verdict = check(answer.getResponseHeaders().getFirst("Receipt"));
        assertThat(verdict.state()).isEqualTo(OfflineCheck.State.GENUINE);
        assertThat(verdict.claims())
                .containsEntry(
                        "req",
                        "POST /api/v1/subjects/match?lang=zh SHA-256=" + digest(body.getBytes(StandardCharsets.UTF_8)))
                .containsEntry("dig", digest(answer.getResponseBody()));
    }

    @Test
    void anAnswerReadWithoutOneGetsItsReceiptAsLongAsItIsTheSame() {
        for (String uri :
                List.of("/api/v1/subjects?q=港饼&lang=zh", "/api/v1/records?q=罚款&lang=en", "/api/v1/record-types")) {
            byte[] answer =
                    client.get().uri(uri).exchange().expectBody().returnResult().getResponseBodyContent();
            EntityExchangeResult<byte[]> given = receipt("GET " + uri, digest(answer));
            assertThat(given.getStatus().value()).as(uri).isEqualTo(200);
            assertThat(given.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
            OfflineCheck.Verdict verdict = check(JsonMapper.shared()
                    .readTree(given.getResponseBody())
                    .get("receipt")
                    .asString());
            assertThat(verdict.state()).isEqualTo(OfflineCheck.State.GENUINE);
            assertThat(verdict.claims())
                    .containsEntry("req", "GET " + uri)
                    .containsEntry("dig", digest(answer))
                    .containsKeys("jti", "cov");
            refused(receipt(uri, digest(new byte[1])), 409, "answer-changed");
        }
    }

    @Test
    void noReceiptIsGivenForWhatNobodyCouldHaveRead() {
        String any = digest(new byte[1]);
        refused(receipt("/api/v1/subjects?nope=1", any), 400, "\"field\":\"nope\"");
        refused(receipt("https://elsewhere.example.cn/api/v1/subjects", any), 400, "\"field\":\"request\"");
        refused(receipt("//elsewhere.example.cn/api/v1/subjects", any), 400, "\"field\":\"request\"");
        refused(receipt("not an address", any), 400, "\"field\":\"request\"");
        refused(receipt("/api/v1/record-types", "abc"), 400, "\"field\":\"answerDigest\"");
        refused(receipt("/api/v1/nothing", any), 404, "not-found");
        refused(receipt("/api/v1/../../actuator/health", any), 404, "not-found");
        refused(receipt("/search?q=a", any), 404, "not-found");
        refused(receipt("/api/v1/receipts", any), 405, "method-not-allowed");
        refused(receipt("/api/v1/lists/red", any), 401, "key-required");
        refused(receipt("/api/v1/subjects/" + FakeArchives.COMPANY + "/report.pdf", any), 406, "not-acceptable");
        refused(asked("{\"request\": \"/api/v1/record-types\"}"), 400, "\"field\":\"answerDigest\"");
        refused(asked("{\"request\": 7, \"answerDigest\": \"\"}"), 400, "\"field\":\"request\"");
        refused(asked("["), 400, "bad-request");
    }

    private static void refused(EntityExchangeResult<byte[]> answer, int status, String told) {
        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                .contains(told);
    }

    private EntityExchangeResult<byte[]> receipt(String request, String digest) {
        return asked(JsonMapper.shared().writeValueAsString(Map.of("request", request, "answerDigest", digest)));
    }

    private EntityExchangeResult<byte[]> asked(String body) {
        return client.post()
                .uri("/api/v1/receipts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static String digest(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(bytes));
    }
}
