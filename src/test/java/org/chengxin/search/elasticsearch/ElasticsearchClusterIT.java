package org.chengxin.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Subjects.subject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengxin.ElasticsearchNode;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.IndexTakenOverException;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchUnavailableException;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** kill -9 of the master that holds the primary, under searches and writes: no search fails, and nothing is lost. */
class ElasticsearchClusterIT {

    private static final Logger log = LoggerFactory.getLogger(ElasticsearchClusterIT.class);
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String INDEX = Generation.alias("fault", Generation.SUBJECTS);
    private static final int BATCH = 20;
    private static final int READERS = 2;
    /** Batches before, and after. */
    private static final int BATCHES = 15;

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final AtomicBoolean over = new AtomicBoolean();
    /** Batches that can be found: every one before this was flushed. */
    private final AtomicInteger shown = new AtomicInteger();

    private final AtomicInteger searches = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void theMasterThatHoldsThePrimaryIsKilledAndNobodyNotices() throws Exception {
        log.info("seed={}", seed);
        List<ElasticsearchNode> nodes = ElasticsearchNode.cluster("one", "two", "three");
        try (SearchEngine engine = ElasticsearchEngines.open(
                TestCluster.settings(nodes.stream().map(ElasticsearchNode::url).toList(), "fault", 1),
                "420200",
                Clock.systemUTC())) {
            engine.takeUp();
            write(engine, 0);
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                Random random = new Random(seed + reader);
                running.add(CompletableFuture.runAsync(() -> read(engine, random)));
            }
            running.add(CompletableFuture.runAsync(() -> write(engine)));
            ElasticsearchNode master = masterWithThePrimary(nodes);
            eventually(() -> shown.get() > BATCHES);

            master.process().destroyForcibly();
            int killed = shown.get();
            int searched = searches.get();
            log.info("killed {} after {} batches and {} searches", master.name(), killed, searched);
            eventually(() -> shown.get() > killed + BATCHES && searches.get() > searched + 10 * BATCHES);
            over.set(true);
            for (CompletableFuture<Void> each : running) {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            log.info("{} batches and {} searches, {} failed", shown, searches, failures.size());
            assertThat(failures).as("failed searches, seed %d", seed).isEmpty();
            assertWhole(engine);

            ElasticsearchNode left = nodes.get(nodes.indexOf(master) == 0 ? 1 : 0);
            master.start();
            eventually(() -> health(left).equals("green"));
            assertWhole(engine);
        } finally {
            over.set(true);
            nodes.forEach(ElasticsearchNode::stop);
        }
    }

    private void assertWhole(SearchEngine engine) {
        engine.flush();
        int batches = shown.get();
        assertThat(engine.size()).isEqualTo((long) batches * BATCH);
        assertThat(engine.position()).isEqualTo(Integer.toString(batches));
        for (int batch = 0; batch < batches; batch++) {
            String name = name(batch, batch % BATCH);
            assertThat(first(engine, name)).isEqualTo(name);
        }
    }

    private void read(SearchEngine engine, Random random) {
        while (!over.get()) {
            String name = name(random.nextInt(shown.get()), random.nextInt(BATCH));
            try {
                assertThat(first(engine, name)).isEqualTo(name);
            } catch (RuntimeException | AssertionError failure) {
                failures.add(failure);
            }
            searches.incrementAndGet();
        }
    }

    private static String first(SearchEngine engine, String name) {
        return engine.subjects(SubjectQuery.of(name, 3), NOW).items().stream()
                .findFirst()
                .map(SubjectHit::name)
                .orElse("none");
    }

    private void write(SearchEngine engine) {
        while (!over.get()) {
            int batch = shown.get();
            try {
                write(engine, batch);
            } catch (SearchUnavailableException later) {
                // comes again, as from the projection
            } catch (IndexTakenOverException unsure) {
                // whether it was written is not known when a node dies over it: who writes looks
                eventually(() -> takenUp(engine));
                assertThat(engine.position()).isIn(Integer.toString(batch), Integer.toString(batch + 1));
            }
        }
    }

    private static boolean takenUp(SearchEngine engine) {
        try {
            engine.takeUp();
            return !engine.position().equals(IndexBatch.START);
        } catch (SearchUnavailableException later) {
            return false;
        }
    }

    /** Writes one batch, and shows it. */
    private void write(SearchEngine engine, int batch) {
        List<SubjectDocument> subjects = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            subjects.add(subject("s" + batch + '-' + i, name(batch, i)).build());
        }
        engine.apply(
                new IndexBatch(subjects, List.of(), List.of(), List.of(), Integer.toString(batch + 1), batch + 1L));
        engine.flush();
        shown.set(batch + 1);
    }

    private static String name(int batch, int number) {
        return "黄石市" + han(batch) + han(number + 500) + han(batch * 7 + number) + "商贸有限公司";
    }

    private static char han(int number) {
        return (char) ('一' + number % 3_000);
    }

    /** Lets the node become master that holds the primary of the subjects. */
    private static ElasticsearchNode masterWithThePrimary(List<ElasticsearchNode> nodes) {
        ElasticsearchNode any = nodes.get(0);
        eventually(() -> health(any).equals("green"));
        String holder = null;
        for (JsonNode shard : any.ask("GET", "/_cat/shards/" + INDEX + "-*?format=json", "")) {
            if (shard.at("/prirep").asString().equals("p")) {
                holder = shard.at("/node").asString();
            }
        }
        String primary = holder;
        ElasticsearchNode master = nodes.stream()
                .filter(node -> node.name().equals(primary))
                .findFirst()
                .orElseThrow();
        String others = String.join(
                ",",
                nodes.stream()
                        .map(ElasticsearchNode::name)
                        .filter(name -> !name.equals(primary))
                        .toList());
        any.ask("POST", "/_cluster/voting_config_exclusions?node_names=" + others, "");
        eventually(() -> any.ask("GET", "/_cat/master?format=json", "")
                .at("/0/node")
                .asString("")
                .equals(primary));
        any.ask("DELETE", "/_cluster/voting_config_exclusions?wait_for_removal=false", "");
        // all three vote again: two of them are enough without this one
        eventually(() -> any.ask(
                                "GET",
                                "/_cluster/state/metadata?filter_path=metadata.cluster_coordination.last_committed_config",
                                "")
                        .at("/metadata/cluster_coordination/last_committed_config")
                        .size()
                == nodes.size());
        return master;
    }

    private static String health(ElasticsearchNode node) {
        return node.ask("GET", "/_cluster/health", "").path("status").asString("");
    }

    private static void eventually(Callable<Boolean> condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                assertThat(System.nanoTime()).as("in time").isLessThan(until);
                Thread.sleep(50);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupt);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
