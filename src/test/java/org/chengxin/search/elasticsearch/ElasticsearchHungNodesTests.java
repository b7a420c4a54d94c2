package org.chengxin.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.search.Subjects.subject;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchEngineAwayException;
import org.chengxin.search.SubjectQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node takes requests and answers none, as one does that was stopped or swaps: who asks does not wait for it for long. */
class ElasticsearchHungNodesTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final int READERS = 12;
    /** Longer than the test may take: who waits so long waits for the wrong thing. */
    private static final Duration WRITING = Duration.ofMinutes(5);

    private final StubCluster one = new StubCluster();
    private final StubCluster two = new StubCluster();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private SearchEngine engine;

    ElasticsearchHungNodesTests() throws IOException {}

    @AfterEach
    void close() {
        over.countDown();
        readers.shutdownNow();
        engine.close();
        one.close();
        two.close();
    }

    private void open(Duration limit, URI... nodes) {
        engine = ElasticsearchEngines.open(
                new ElasticsearchSettings(
                        List.of(nodes),
                        "chengxin",
                        null,
                        null,
                        null,
                        null,
                        1,
                        0,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5),
                        limit,
                        WRITING,
                        2,
                        1 << 16),
                "420200",
                Clock.systemUTC());
    }

    private void search() {
        assertThat(engine.subjects(SubjectQuery.of("磁湖", 10), NOW).items()).isEmpty();
    }

    private void searchEventually() throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                search();
                return;
            } catch (SearchEngineAwayException notYet) {
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.sleep(50);
            }
        }
    }

    @Test
    void manyWhoAskTheOnlyNodeAreAllToldSoonAndTheCircuitOpens() throws Exception {
        open(Duration.ofMillis(600), one.url());
        searchEventually();
        one.hang(over);
        List<Future<?>> asked = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            asked.add(readers.submit(() -> {
                for (int i = 0; i < 6; i++) {
                    assertThatThrownBy(this::search).isInstanceOf(SearchEngineAwayException.class);
                }
            }));
        }
        for (Future<?> each : asked) {
            each.get(60, TimeUnit.SECONDS);
        }
        assertThatThrownBy(this::search).hasMessageContaining("left alone");
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (engine.answers() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(engine.answers()).isFalse();
        assertThat(engine.needsRebuild()).isFalse();
        assertThat(engine.trouble()).contains("did not answer within");

        one.hang(null);
        over.countDown();
        searchEventually();
        engine.apply(new IndexBatch(List.of(subject("a", "黄石商行").build()), List.of(), List.of(), List.of(), "42", 1));
        assertThat(engine.position()).isEqualTo("42");
    }

    @Test
    void ofSeveralNodesTheOthersAnswer() throws Exception {
        open(Duration.ofSeconds(4), one.url(), two.url());
        searchEventually();
        one.hang(over);
        List<Future<?>> asked = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            asked.add(readers.submit(this::search));
        }
        for (Future<?> each : asked) {
            each.get(60, TimeUnit.SECONDS);
        }
        int before = two.asked().size();
        for (int i = 0; i < 20; i++) {
            search();
        }
        assertThat(two.asked().size()).isGreaterThanOrEqualTo(before + 20);
    }
}
