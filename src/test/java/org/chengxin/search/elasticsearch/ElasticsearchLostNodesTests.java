package org.chengxin.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchEngineAwayException;
import org.chengxin.search.elasticsearch.StubCluster.Failure;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.QueryDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes go away with what searches stand on: who asked is answered by those that are there. */
class ElasticsearchLostNodesTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String RECORDS = "chengxin-records-7";
    private static final String FIRST_POINT = '"' + "point-of-" + RECORDS + '"';

    private final StubCluster cluster;
    private final SearchEngine engine;

    ElasticsearchLostNodesTests() throws IOException {
        cluster = new StubCluster();
        engine = cluster.engine(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        engine.close();
        cluster.close();
    }

    private long total() {
        return engine.records(RecordQuery.browse(RecordFilter.NONE, 10), NOW)
                .total()
                .value();
    }

    /** An error as Elasticsearch 8.19 words it. */
    private static Failure error(int status, String type, String cause) {
        String reason = "{\"type\": \"" + type + "\", \"reason\": \"all shards failed\"}";
        String node = "{\"type\": \"" + cause + "\", \"reason\": \"[two][127.0.0.1:9302] Node not connected\"}";
        return new Failure(
                status,
                "{\"error\": {\"root_cause\": [" + node + "], \"type\": \"" + type
                        + "\", \"reason\": \"all shards failed\", \"phase\": \"query\", \"grouped\": true, \"failed_shards\":"
                        + " [{\"shard\": 0, \"index\": \"" + RECORDS + "\", \"node\": \"two\", \"reason\": " + node
                        + "}], \"caused_by\": " + reason + "}, \"status\": " + status + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "404, search_phase_execution_exception, search_context_missing_exception",
        "404, index_not_found_exception, index_not_found_exception",
        "502, search_phase_execution_exception, node_not_connected_exception",
        "502, node_disconnected_exception, node_disconnected_exception",
        "503, search_phase_execution_exception, no_shard_available_action_exception",
        "503, no_shard_available_action_exception, no_shard_available_action_exception",
        "503, search_phase_execution_exception, node_closed_exception",
        "500, search_phase_execution_exception, already_closed_exception",
        "429, search_phase_execution_exception, es_rejected_execution_exception",
        "429, circuit_breaking_exception, circuit_breaking_exception",
    })
    void whatNodesFailedIsAskedAgainOnAnotherPointInTime(int status, String type, String cause) {
        cluster.onSearch(body -> StubCluster.found(body, 3));
        cluster.onSearchFailing(body -> body.contains(FIRST_POINT) ? error(status, type, cause) : null);
        assertThat(total()).isEqualTo(3);
        assertThat(cluster.points(RECORDS)).isEqualTo(2);
        cluster.asked().clear();
        assertThat(total()).isEqualTo(3);
        assertThat(cluster.asked())
                .as("the lost one is left alone from then on")
                .noneMatch(one -> one.body().contains(FIRST_POINT));
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "502, <html>Bad Gateway</html>", "503, <html>Service Unavailable</html>", "504, late"})
    void whatNoNodeAnsweredIsAskedAgain(int status, String body) {
        cluster.onSearch(asked -> StubCluster.found(asked, 3));
        cluster.onSearchFailing(asked -> asked.contains(FIRST_POINT) ? new Failure(status, body) : null);
        assertThat(total()).isEqualTo(3);
    }

    @Test
    void anAnswerWithoutAShardIsAskedForAgain() {
        cluster.onSearch(body -> body.contains(FIRST_POINT)
                ? StubCluster.found(body, 3).replace("\"failed\": 0", "\"failed\": 1")
                : StubCluster.found(body, 4));
        assertThat(total()).isEqualTo(4);
    }

    @Test
    void whatTheRequestItselfIsRefusedForIsNotAskedAgain() {
        cluster.onSearchFailing(body -> error(400, "search_phase_execution_exception", "query_shard_exception"));
        assertThatThrownBy(this::total).isInstanceOf(ElasticsearchException.class);
        assertThat(cluster.bodies("/_search")).hasSize(1);
        assertThat(cluster.points(RECORDS)).isEqualTo(1);
    }

    @Test
    void anAnswerThatCameTooLateIsNotAskedForAgain() {
        cluster.onSearch(body -> StubCluster.found(body, 0).replace("\"timed_out\": false", "\"timed_out\": true"));
        assertThatThrownBy(this::total).isInstanceOf(SearchEngineAwayException.class);
        assertThat(cluster.bodies("/_search")).hasSize(1);
    }

    @Test
    void aClusterWhoseShardsAreGoneIsAskedAFewTimesAndThenLeftAlone() {
        cluster.onSearchFailing(
                body -> error(503, "search_phase_execution_exception", "no_shard_available_action_exception"));
        assertThatThrownBy(this::total).isInstanceOf(NodesLostException.class);
        int once = cluster.bodies("/_search").size();
        assertThat(once).isBetween(2, 6);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> engine.suggest("磁湖", 5, NOW)).isInstanceOf(SearchEngineAwayException.class);
        }
        assertThat(cluster.bodies("/_search").size()).isLessThanOrEqualTo(once * 12);
    }

    @Test
    void whoAllLostOnePointInTimeTakeOneInItsPlaceAndNothingIsCounted() throws Exception {
        int readers = 16;
        CyclicBarrier all = new CyclicBarrier(readers);
        cluster.onSearch(body -> StubCluster.found(body, 3));
        cluster.onSearchFailing(body -> {
            if (!body.contains(FIRST_POINT)) {
                return null;
            }
            try {
                all.await(30, TimeUnit.SECONDS);
            } catch (Exception late) {
                throw new IllegalStateException(late);
            }
            return error(502, "search_phase_execution_exception", "node_not_connected_exception");
        });
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<CompletableFuture<Long>> asked = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                asked.add(CompletableFuture.supplyAsync(this::total, threads));
            }
            for (CompletableFuture<Long> one : asked) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(3);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(cluster.points(RECORDS)).isEqualTo(2);
        // the cluster is not left alone
        assertThat(total()).isEqualTo(3);
    }

    @Test
    void aPageWhosePointInTimeIsLostGoesOnBehindTheSameDocument() {
        RecordQuery first = RecordQuery.browse(RecordFilter.NONE, 10);
        Place place = new Place(
                7,
                "point-that-is-gone",
                QueryDigest.of(first),
                20,
                new PageTrail.Resume<>(20, List.of(FieldValue.of(1_780_000_000_000L), FieldValue.of("r20"))));
        cluster.onSearch(body -> StubCluster.found(body, 45));
        cluster.onSearchFailing(body -> body.contains("point-that-is-gone")
                ? error(404, "search_phase_execution_exception", "search_context_missing_exception")
                : null);
        assertThat(engine.records(new RecordQuery("", first.filter(), first.sort(), 10, place.write()), NOW)
                        .total()
                        .value())
                .isEqualTo(45);
        assertThat(cluster.bodies("/_search"))
                .filteredOn(body -> body.contains(FIRST_POINT) && body.contains("search_after"))
                .singleElement(STRING)
                .contains("\"search_after\":[1780000000000,\"r20\"]")
                .doesNotContain("\"from\":");
        assertThat(cluster.points(RECORDS)).as("the present one was not lost").isEqualTo(1);
    }

    @Test
    void whatWasLeftAloneIsAskedAgainWhenItIsBack() throws InterruptedException {
        cluster.onSearch(body -> StubCluster.found(body, 3));
        cluster.status(503);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(this::total).isInstanceOf(SearchEngineAwayException.class);
        }
        cluster.status(200);
        long until = System.nanoTime() + 20_000_000_000L;
        long found = -1;
        while (found < 0 && System.nanoTime() < until) {
            try {
                found = total();
            } catch (SearchEngineAwayException notYet) {
                Thread.sleep(50);
            }
        }
        assertThat(found).isEqualTo(3);
    }
}
