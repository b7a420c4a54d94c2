package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.Scope;
import org.chengxin.proof.BatchFiles;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.shared.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A batch of reports of a portal that is killed while it makes them. */
final class KilledBatch {

    private static final String DOOR = "/api/v1/report-batches";
    private static final int ROWS = 200;
    private static final int SUBJECTS = 20;
    private static final int PER_MINUTE = 100_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Map<Integer, String> numbers = new LinkedHashMap<>();
    private String[] authorized = {};
    private String id = "";

    /** Has the portal make some more, which is asked for them first when nobody has; remembers what it made. */
    void awaitSome(ForkedPortal portal) throws Exception {
        if (id.isEmpty()) {
            order(portal);
        }
        int before = made(portal);
        assertThat(before).as("not done before it is killed").isLessThan(ROWS);
        portal.eventually(LIMIT, () -> made(portal) > before);
        numbers.putAll(numbered(portal));
    }

    private void order(ForkedPortal portal) throws Exception {
        String secret = new ApiKeyStore(portal.store(), new Ids(new SecureRandom()), Clock.systemUTC())
                .create("killed", Set.of(Scope.REPORTS), Set.of(), PER_MINUTE, null, "tester")
                .secret();
        authorized = new String[] {"Authorization", "Bearer " + secret};
        List<String> subjects = new ArrayList<>();
        for (JsonNode item :
                portal.json("/api/v1/subjects?size=" + (SUBJECTS + 1)).get("items")) {
            // reports on that one are asked for by others
            if (!item.path("uscc").asString("").equals(ReportReaders.SUBJECT) && subjects.size() < ROWS) {
                subjects.addAll(
                        Collections.nCopies(ROWS / SUBJECTS, item.get("id").asString()));
            }
        }
        byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("subjects", subjects));
        // the key is known a second later at the most
        portal.eventually(Duration.ofSeconds(20), () -> {
            var answer = portal.post(DOOR, "application/json", body, authorized);
            if (answer.statusCode() == 202) {
                id = JsonMapper.shared().readTree(answer.body()).get("id").asString();
            }
            return answer.statusCode() == 202;
        });
    }

    /** Who asks waits for it. */
    private int made(ForkedPortal portal) throws IOException, InterruptedException {
        JsonNode batch = JsonMapper.shared()
                .readTree(portal.get(DOOR + "/" + id, authorized).body());
        assertThat(batch.get("total").asInt()).isEqualTo(ROWS);
        return batch.get("made").asInt();
    }

    private Map<Integer, String> numbered(ForkedPortal portal) throws IOException {
        Map<Integer, String> numbered = new LinkedHashMap<>();
        portal.store()
                .sql("select place, number from report_batch_row where batch = ? and number is not null")
                .param(id)
                .query(row -> {
                    numbered.put(row.getInt("place"), row.getString("number"));
                });
        return numbered;
    }

    /** Lets it be finished; fails when a row was given another number than before a kill, or a document is of no row. */
    void assertResumed(ForkedPortal portal, Path folder) throws Exception {
        portal.eventually(LIMIT, () -> made(portal) == ROWS);
        Map<Integer, String> after = numbered(portal);
        assertThat(after).containsAllEntriesOf(numbers);
        assertThat(after.values()).doesNotHaveDuplicates().hasSize(ROWS);
        assertThat(portal.store()
                        .sql(
                                "select count(*) from issued_document d join (select distinct subject from report_batch_row"
                                        + " where batch = ?) b on b.subject = d.subject_id"
                                        + " where not exists (select from report_batch_row r where r.number = d.number)")
                        .param(id)
                        .query(Long.class)
                        .single())
                .as("documents numbered in vain")
                .isZero();
        BatchFiles zip = new BatchFiles();
        zip.add(ByteBuffer.wrap(
                portal.bytes(DOOR + "/" + id + "/reports.zip", authorized).body()));
        List<PublishedKey> keys = PublishedKey.ofKeySet(
                new String(portal.bytes("/.well-known/chengxin/keys.json").body(), StandardCharsets.UTF_8));
        assertThat(new OfflineCheck(keys, null, Instant.now()).of(zip).state()).isEqualTo(OfflineCheck.State.GENUINE);
    }
}
