package org.chengxin.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.search.Subjects.subject;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchEngineAwayException;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.SubjectQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the adapter does when the cluster does not do as it should. */
class ElasticsearchFailureTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final StubCluster cluster;
    private final SearchEngine engine;

    ElasticsearchFailureTests() throws IOException {
        cluster = new StubCluster();
        engine = cluster.engine(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        engine.close();
        cluster.close();
    }

    private static IndexBatch batch(String position, String... ids) {
        List<SubjectDocument> subjects = new ArrayList<>();
        for (String id : ids) {
            subjects.add(subject(id, "黄石" + id + "商行").build());
        }
        return new IndexBatch(subjects, List.of(), List.of(), List.of(), position, 0);
    }

    @Test
    void onlyWhatFailedForNowIsSentAgain() {
        AtomicInteger times = new AtomicInteger();
        cluster.onBulk(body -> times.getAndIncrement() < 2
                ? StubCluster.items(
                        body,
                        id -> id.equals("b")
                                ? "\"status\": 429, \"error\": {\"type\": \"es_rejected_execution_exception\", \"reason\": \"full\"}"
                                : "\"status\": 201, \"result\": \"created\"")
                : StubCluster.created(body));
        engine.apply(batch("42", "a", "b", "c"));
        List<String> bulks = cluster.bodies("/_bulk");
        assertThat(bulks).hasSize(3);
        assertThat(bulks.get(0)).contains("\"_id\":\"a\"", "\"_id\":\"b\"", "\"_id\":\"c\"");
        assertThat(bulks.get(2)).contains("\"_id\":\"b\"").doesNotContain("\"_id\":\"a\"", "\"_id\":\"c\"");
        assertThat(engine.position()).isEqualTo("42");
        assertThat(engine.refused()).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodIsTakenOutAndTold() {
        cluster.onBulk(body -> StubCluster.items(
                body,
                id -> id.equals("b") && !body.contains("{\"delete\"")
                        ? "\"status\": 400, \"error\": {\"type\": \"mapper_parsing_exception\", \"reason\": \"no number\"}"
                        : "\"status\": 200, \"result\": \"updated\""));
        engine.apply(batch("42", "a", "b"));
        engine.flush();
        List<String> bulks = cluster.bodies("/_bulk");
        assertThat(bulks).hasSize(2);
        assertThat(bulks.get(1)).contains("{\"delete\"", "\"_id\":\"b\"").doesNotContain("\"_id\":\"a\"");
        // the batch is in: nobody waits for what will never be taken
        assertThat(engine.position()).isEqualTo("42");
        List<String> states = cluster.asked().stream()
                .filter(one -> one.method().equals("PUT") && one.path().endsWith("/_doc/state"))
                .map(StubCluster.Asked::body)
                .toList();
        assertThat(states.get(states.size() - 1)).contains("mapper_parsing_exception: no number");
    }

    @Test
    void aBatchThatIsNotInWholeKeepsThePositionBeforeIt() {
        cluster.onBulk(body -> StubCluster.items(
                body,
                id -> "\"status\": 404, \"error\": {\"type\": \"index_not_found_exception\", \"reason\": \"gone\"}"));
        assertThatThrownBy(() -> engine.apply(batch("42", "a"))).isInstanceOf(SearchEngineAwayException.class);
        assertThat(engine.position()).isEqualTo("41");
    }

    @Test
    void whatMayNotBeWrittenIsNoFaultOfTheDocuments() {
        cluster.onBulk(
                body -> StubCluster.items(
                        body,
                        id ->
                                "\"status\": 403, \"error\": {\"type\": \"cluster_block_exception\", \"reason\": \"read-only\"}"));
        assertThatThrownBy(() -> engine.apply(batch("42", "a")))
                .isInstanceOf(SearchEngineAwayException.class)
                .hasMessageContaining("read-only");
        assertThat(engine.position()).isEqualTo("41");
        assertThat(engine.refused()).isEmpty();
        assertThat(cluster.bodies("/_bulk")).as("nothing is taken out").hasSize(1);
    }

    @Test
    void noMoreRequestsAreUnderWayThanAllowed() {
        cluster.onBulk(body -> {
            assertThat(body.length()).isLessThan(1 << 17);
            return StubCluster.created(body);
        });
        String[] ids = new String[600];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "id" + i;
        }
        engine.apply(batch("43", ids));
        assertThat(cluster.bodies("/_bulk")).hasSizeGreaterThan(3);
        assertThat(cluster.bulksAtOnce()).isLessThanOrEqualTo(2);
        assertThat(engine.position()).isEqualTo("43");
    }

    @Test
    void lostShardsAreNoAnswer() {
        cluster.onSearch(body -> StubCluster.found(body, 0).replace("\"failed\": 0", "\"failed\": 1"));
        assertThatThrownBy(() -> engine.subjects(SubjectQuery.of("磁湖", 10), NOW))
                .isInstanceOf(SearchEngineAwayException.class);
        cluster.onSearch(body -> StubCluster.found(body, 0).replace("\"timed_out\": false", "\"timed_out\": true"));
        assertThatThrownBy(() -> engine.subjects(SubjectQuery.of("磁湖", 10), NOW))
                .isInstanceOf(SearchEngineAwayException.class);
        cluster.onSearch(body -> StubCluster.found(body, 0));
        assertThat(engine.subjects(SubjectQuery.of("磁湖", 10), NOW).items()).isEmpty();
    }

    @Test
    void aClusterThatFailsAgainAndAgainIsLeftAlone() {
        cluster.status(503);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> engine.suggest("磁湖", 5, NOW)).isInstanceOf(SearchEngineAwayException.class);
        }
        // each of these few was tried; the many others cost the cluster nothing
        assertThat(cluster.asked()).hasSizeBetween(8, 14);
        assertThat(engine.answers()).isFalse();
        assertThat(engine.needsRebuild()).isFalse();
    }
}
