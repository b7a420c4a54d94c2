package org.chengxin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who holds a key of a running portal. */
public final class KeyHolder {

    private static final int PER_MINUTE = 100_000;

    private final WebTestClient client;
    private final String key;

    /** Has a key made, and waits until it is known, a second later at the most. */
    public KeyHolder(ApiKeyStore keys, WebTestClient client, Scope... scopes) {
        this.client = client;
        this.key = keys.create("holder", Set.of(scopes), Set.of(), PER_MINUTE, null, "tester")
                .secret();
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (answer("/api/v1/record-types").getStatus().value() != 200) {
            assertThat(System.nanoTime()).as("known in time").isLessThan(until);
        }
    }

    /** The key itself, for tests that look where it must not be. */
    public String key() {
        return key;
    }

    /** The answer to a GET, whatever its status. */
    public EntityExchangeResult<byte[]> answer(String path, String... fields) {
        WebTestClient.RequestHeadersSpec<?> request =
                client.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        for (int i = 0; i < fields.length; i += 2) {
            request.header(fields[i], fields[i + 1]);
        }
        return request.exchange().expectBody().returnResult();
    }

    /** What a GET brings. */
    public JsonNode get(String path) {
        EntityExchangeResult<byte[]> answer = answer(path);
        assertThat(answer.getStatus().value()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getResponseBodyContent());
    }

    /** What a POST of JSON brings. */
    public JsonNode post(String path, String body) {
        EntityExchangeResult<byte[]> answer = client.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
        assertThat(answer.getStatus().value())
                .as(() -> new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getResponseBodyContent());
    }

    /** All that the doors which open to keys answer of these subjects, by door. */
    public Map<String, String> everything(Collection<String> subjects) {
        String rows = JsonMapper.shared().writeValueAsString(Map.of("subjects", subjects));
        JsonNode whole = get("/api/v1/lists/red?size=500");
        String beginning = whole.get("timepoint").asString().replaceFirst("-.*", "-0");
        return Map.of(
                "POST /api/v1/restrictions",
                post("/api/v1/restrictions", rows).toString(),
                "GET /api/v1/lists/red",
                whole.toString(),
                "GET /api/v1/lists/red/changes",
                get("/api/v1/lists/red/changes?after=" + beginning).toString());
    }
}
