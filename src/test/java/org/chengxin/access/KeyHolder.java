package org.chengxin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.chengxin.report.PdfReading;
import org.chengxin.report.ReadZip;
import org.chengxin.shared.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who holds a key of a running portal. */
public final class KeyHolder {

    private static final int PER_MINUTE = 100_000;
    private static final String BATCHES = "/api/v1/report-batches";
    /** Documents of each subject are read one by one elsewhere. */
    private static final int REPORTS = 12;

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
        assertThat(answer.getStatus().is2xxSuccessful())
                .as(() -> new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                .isTrue();
        return JsonMapper.shared().readTree(answer.getResponseBodyContent());
    }

    /** All that the doors which open to keys answer of these subjects, by door. */
    public Map<String, String> everything(Collection<String> subjects) {
        String rows = JsonMapper.shared().writeValueAsString(Map.of("subjects", subjects));
        JsonNode whole = get("/api/v1/lists/red?size=500");
        String beginning = whole.get("timepoint").asString().replaceFirst("-.*", "-0");
        Map<String, String> answers = new LinkedHashMap<>(Map.of(
                "POST /api/v1/restrictions",
                post("/api/v1/restrictions", rows).toString(),
                "GET /api/v1/lists/red",
                whole.toString(),
                "GET /api/v1/lists/red/changes",
                get("/api/v1/lists/red/changes?after=" + beginning).toString()));
        String types = "/api/v1/record-types";
        answers.put(
                "POST /api/v1/receipts",
                post("/api/v1/receipts", digested(types)).toString());
        answers.putAll(batch(subjects.stream().limit(REPORTS).toList()));
        return answers;
    }

    /** A request for a receipt over what a door answers now. */
    private String digested(String path) {
        byte[] digest = Sha256.of(answer(path).getResponseBodyContent());
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("request", path, "answerDigest", HexFormat.of().formatHex(digest)));
    }

    /** The ZIP of a batch of reports. */
    public byte[] reports(Collection<String> subjects) {
        JsonNode ordered = post(BATCHES, JsonMapper.shared().writeValueAsString(Map.of("subjects", subjects)));
        return answer(BATCHES + "/" + ordered.get("id").asString() + "/reports.zip")
                .getResponseBodyContent();
    }

    /** Reports of some, as the doors to many at once give them. */
    private Map<String, String> batch(Collection<String> subjects) {
        JsonNode ordered = post(BATCHES, JsonMapper.shared().writeValueAsString(Map.of("subjects", subjects)));
        String address = BATCHES + "/" + ordered.get("id").asString();
        StringBuilder files = new StringBuilder();
        ReadZip.of(answer(address + "/reports.zip").getResponseBodyContent()).forEach((name, file) -> files.append(name)
                .append('\n')
                .append(name.endsWith(".pdf") ? PdfReading.text(file) : new String(file, StandardCharsets.UTF_8)));
        String state = get(address).toString();
        EntityExchangeResult<byte[]> ended = client.delete()
                .uri(address)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .exchange()
                .expectBody()
                .returnResult();
        assertThat(ended.getStatus().value()).isEqualTo(204);
        return Map.of(
                "POST " + BATCHES,
                ordered.toString(),
                "GET " + address,
                state,
                "GET " + address + "/reports.zip",
                files.toString(),
                "DELETE " + address,
                "");
    }
}
