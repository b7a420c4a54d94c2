package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.chengxin.ChangedPortalTest;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.KeyHolder;
import org.chengxin.access.Scope;
import org.chengxin.intake.ImportRequest;
import org.chengxin.intake.Importer;
import org.chengxin.intake.ProgressListener;
import org.chengxin.record.Source;
import org.chengxin.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** Many reports at once through HTTP, over the seed: cut off, gone on with, ended. */
class ReportBatchIT extends ChangedPortalTest {

    private static final String DOOR = "/api/v1/report-batches";
    private static final String NAME = "黄石市港饼网络科技有限公司";
    private static final String USCC = "91420202MA44G5GY9R";
    private static final String AUTHORITY = "黄石市市场监督管理局";
    private static final int CUT_OFF_AFTER = 3;

    @Autowired
    private ApiKeyStore keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Importer importer;

    @Autowired
    private BatchStore batches;

    @TempDir
    private Path folder;

    private KeyHolder platform;

    @BeforeEach
    void aKey() {
        platform = new KeyHolder(keys, http(), Scope.values());
    }

    @Test
    void whatWasCutOffGoesOnWithTheSameReportsAndWithoutWhatIsGone() throws Exception {
        state("限〔2026〕批量", "published");
        List<String> subjects = new ArrayList<>(List.of(USCC, "nobody000000"));
        get("/api/v1/subjects?size=34")
                .get("items")
                .forEach(item -> subjects.add(item.get("id").asString()));
        assertThat(subjects).hasSizeGreaterThan(30);
        long before = issued();
        String batch = order(subjects);

        Map<String, byte[]> seen;
        try (InputStream half = stream(batch)) {
            seen = ReadZip.first(half, CUT_OFF_AFTER);
        }
        String gone = seen.keySet().iterator().next();
        assertThat(PdfReading.text(seen.get(gone))).contains("限〔2026〕批量");
        state("限〔2026〕批量", "withdrawn");

        byte[] zip = zip(batch);
        assertThat(verify(zip, "application/zip")).isEqualTo("batch");
        assertThat(verify(Arrays.copyOf(zip, zip.length - 1), "application/zip"))
                .isEqualTo("unknown");
        Map<String, byte[]> files = ReadZip.of(zip);
        JsonNode manifest = json.readTree(files.remove("manifest.json"));
        files.remove("manifest.jws");
        assertThat(files).as("what was withdrawn is left out").doesNotContainKey(gone);
        assertThat(files.keySet()).containsAll(seen.keySet().stream().skip(1).toList());
        seen.keySet().stream().skip(1).forEach(name -> assertThat(files.get(name))
                .as("not made again")
                .isEqualTo(seen.get(name)));
        rows(manifest, subjects, files);
        assertThat(manifest.at("/rows/0/state").asString()).isEqualTo("updated");
        assertThat(manifest.at("/rows/1/state").asString()).isEqualTo("not-found");
        assertThat(issued() - before).as("none numbered twice").isEqualTo(subjects.size() - 1);
        files.values().forEach(file -> assertThat(verify(file, MediaType.APPLICATION_PDF_VALUE))
                .isEqualTo("current"));

        assertThat(kept(batch, 1)).as("nor is it kept").isFalse();
        assertThat(kept(batch, 4)).isTrue();
        jdbc.sql("update issued_document set superseded_at = now() where number ="
                        + " (select number from report_batch_row where batch = ? and place = 4)")
                .param(batch)
                .update();
        assertThat(kept(batch, 4)).as("as soon as that is known").isFalse();
        JsonNode stands = platform.get(DOOR + "/" + batch);
        assertThat(stands.get("state").asString()).isEqualTo("done");
        assertThat(stands.get("made").asInt()).isEqualTo(subjects.size());
        List<String> left = files.keySet().stream()
                .filter(name -> !name.startsWith("0004-"))
                .toList();
        assertThat(ReadZip.of(zip(batch)).keySet())
                .containsAll(left)
                .hasSize(left.size() + 2)
                .contains("manifest.json", "manifest.jws");
    }

    private boolean kept(String batch, int place) {
        return jdbc.sql("select file is not null from report_batch_row where batch = ? and place = ?")
                .params(batch, place)
                .query(Boolean.class)
                .single();
    }

    private void rows(JsonNode manifest, List<String> subjects, Map<String, byte[]> files) {
        List<JsonNode> rows =
                StreamSupport.stream(manifest.get("rows").spliterator(), false).toList();
        assertThat(rows.stream().map(row -> row.get("subject").asString())).isEqualTo(subjects);
        List<String> names = rows.stream()
                .filter(row -> row.get("state").asString().equals("issued"))
                .map(row -> {
                    String name = row.get("file").asString();
                    assertThat(Instant.parse(row.get("validUntil").asString())).isAfter(clock.instant());
                    assertThat(row.get("sha256").asString())
                            .isEqualTo(HexFormat.of().formatHex(Sha256.of(files.get(name))));
                    assertThat(name)
                            .endsWith("-" + row.get("number").asString() + ".pdf")
                            .startsWith(String.format("%04d-", row.get("row").asInt()));
                    return name;
                })
                .toList();
        assertThat(names).as("in the order of the rows").containsExactlyElementsOf(files.keySet());
        assertThat(names).hasSize(subjects.size() - 2);
    }

    @Test
    void onceEndedItIsGoneAndItIsItsHoldersOnly() {
        String batch = order(Collections.nCopies(1000, USCC));
        KeyHolder other = new KeyHolder(keys, http(), Scope.REPORTS);
        for (String door : List.of(DOOR + "/" + batch, DOOR + "/" + batch + "/reports.zip")) {
            assertThat(other.answer(door).getStatus().value()).isEqualTo(404);
        }
        assertThat(delete(other, batch)).isEqualTo(404);
        assertThat(platform.get(DOOR + "/" + batch).get("total").asInt()).isEqualTo(1000);
        assertThat(delete(platform, batch)).isEqualTo(204);
        assertThat(delete(platform, batch)).isEqualTo(404);
        assertThat(platform.answer(DOOR + "/" + batch + "/reports.zip")
                        .getStatus()
                        .value())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from report_batch_row where batch = ?")
                        .param(batch)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingIsMadeWhileNobodyWaits() throws Exception {
        Instant now = clock.instant();
        ReportBatch batch =
                new ReportBatch("left00000000", Locale.CHINESE, 0, 0, 0, 2, 0, now, now.plus(Duration.ofHours(1)));
        String holder = holder();
        batches.add(batch, holder, List.of(USCC, USCC), now.minusSeconds(1));
        assertThat(batches.turn(now, "").map(BatchStore.Turn::row).map(BatchRow::batch))
                .as("nobody waits for it")
                .isNotEqualTo(Optional.of(batch.id()));
        assertThat(ReadZip.of(zip(batch.id()))).as("somebody reads it").hasSize(4);
        assertThat(batches.find(batch.id(), holder, now).orElseThrow().state()).isEqualTo(ReportBatch.State.DONE);
        batches.tidy(batch.keptUntil());
        assertThat(batches.find(batch.id(), holder, now)).as("kept no longer").isEmpty();
    }

    /** As whom the key is counted: known from a batch of its own. */
    private String holder() {
        String mine = order(List.of("nobody000000"));
        return jdbc.sql("select holder from report_batch where id = ?")
                .param(mine)
                .query(String.class)
                .single();
    }

    @Test
    void whatIsWrongIsNamedRowByRow() {
        JsonNode many = refused(json.writeValueAsString(Map.of("subjects", Collections.nCopies(1001, USCC))));
        assertThat(many.at("/errors/0/field").asString()).isEqualTo("subjects");
        JsonNode wrong = refused("{\"subjects\": [\"" + USCC + "\", \"" + NAME + "\", 7, \"11010519491231002X\"]}");
        assertThat(StreamSupport.stream(wrong.get("errors").spliterator(), false)
                        .map(error -> error.get("field").asString()))
                .containsExactly("subjects[1]", "subjects[2]", "subjects[3]");
        assertThat(wrong.toString()).doesNotContain("11010519491231002X");
        assertThat(refused("{\"subjects\": [\"" + USCC + "\"], \"color\": 1}")
                        .at("/errors/0/reason")
                        .asString())
                .isNotEmpty();
        refused("{\"subjects\": []}");
    }

    @Test
    void aHolderHasTenAtATime() {
        KeyHolder greedy = new KeyHolder(keys, http(), Scope.REPORTS);
        for (int i = 0; i < 10; i++) {
            assertThat(send(greedy, HttpMethod.POST, DOOR, "{\"subjects\": [\"nobody000000\"]}")
                            .getStatus()
                            .value())
                    .isEqualTo(202);
        }
        EntityExchangeResult<byte[]> more = send(greedy, HttpMethod.POST, DOOR, "{\"subjects\": [\"nobody000000\"]}");
        assertThat(more.getStatus().value()).isEqualTo(429);
        assertThat(more.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
    }

    private String order(List<String> subjects) {
        EntityExchangeResult<byte[]> answer =
                send(platform, HttpMethod.POST, DOOR, json.writeValueAsString(Map.of("subjects", subjects)));
        assertThat(answer.getStatus().value()).isEqualTo(202);
        JsonNode batch = json.readTree(answer.getResponseBody());
        String id = batch.get("id").asString();
        assertThat(answer.getResponseHeaders().getLocation()).isEqualTo(URI.create(DOOR + "/" + id));
        assertThat(batch.get("state").asString()).isIn("queued", "running");
        assertThat(batch.get("total").asInt()).isEqualTo(subjects.size());
        return id;
    }

    private JsonNode refused(String body) {
        EntityExchangeResult<byte[]> answer = send(platform, HttpMethod.POST, DOOR, body);
        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        return json.readTree(answer.getResponseBody());
    }

    private int delete(KeyHolder holder, String batch) {
        return send(holder, HttpMethod.DELETE, DOOR + "/" + batch, "")
                .getStatus()
                .value();
    }

    private EntityExchangeResult<byte[]> send(KeyHolder holder, HttpMethod method, String path, String body) {
        return http().method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + holder.key())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private InputStream stream(String batch) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + DOOR + "/" + batch + "/reports.zip"))
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + platform.key())
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(HttpHeaders.CONTENT_TYPE)).contains("application/zip");
        assertThat(answer.headers().firstValue(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        return answer.body();
    }

    private byte[] zip(String batch) throws IOException, InterruptedException {
        try (InputStream whole = stream(batch)) {
            return whole.readAllBytes();
        }
    }

    private String verify(byte[] file, String type) {
        return json.readTree(Objects.requireNonNull(http().post()
                        .uri("/api/v1/verifications")
                        .contentType(MediaType.valueOf(type))
                        .bodyValue(file)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()))
                .get("state")
                .asString();
    }

    /** Reports alone: other tests of this portal may have other documents made. */
    private long issued() {
        return jdbc.sql("select count(*) from issued_document where kind = 'credit-report'")
                .query(Long.class)
                .single();
    }

    private void state(String number, String state) throws IOException {
        Path file = Files.writeString(
                folder.resolve(state + ".jsonl"),
                "{\"name\": \"" + NAME + "\", \"uscc\": \"" + USCC + "\", \"measureCode\": \"1.2\","
                        + " \"measure\": \"限制参与政府采购活动\", \"entryNumber\": \"" + number + "\", \"basis\": \"政府采购法\","
                        + " \"purpose\": \"tender\", \"authority\": \"" + AUTHORITY
                        + "\", \"decidedOn\": \"2026-05-01\", \"state\": \"" + state + "\"}\n",
                StandardCharsets.UTF_8);
        assertThat(importer.run(
                                ImportRequest.of(file, "joint-measure").withSource(AUTHORITY, Source.Kind.DEPARTMENT),
                                ProgressListener.NONE)
                        .counts()
                        .refused())
                .isZero();
    }
}
