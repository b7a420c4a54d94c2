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
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

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
}
