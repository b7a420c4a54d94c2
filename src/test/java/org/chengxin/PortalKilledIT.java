package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two portals in processes of their own on one PostgreSQL and one Elasticsearch. The one that writes the index is killed over
 * its work: the other answers all the while and takes that over. Replay with {@code -Dtest.seed}.
 */
class PortalKilledIT {

    private static final Logger log = LoggerFactory.getLogger(PortalKilledIT.class);
    private static final String KNOWN = "黄石市港饼网络科技有限公司";
    private static final int ROWS = 3_000;
    private static final int ASKED = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private ForkedPortal portal(String name, OutsidePostgres store) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        Path data = Files.createDirectory(own.resolve("data"));
        for (String shared : List.of("keys", "files")) {
            Files.createSymbolicLink(data.resolve(shared), Files.createDirectories(folder.resolve(shared)));
        }
        return new ForkedPortal(own, data)
                .with("CHENGXIN_POSTGRES_URL", store.url())
                .with("CHENGXIN_SEARCH_ENGINE", "elasticsearch")
                .with(
                        "CHENGXIN_SEARCH_ELASTICSEARCH_URLS",
                        ElasticsearchNode.shared().url().toString())
                .with("CHENGXIN_SEARCH_ELASTICSEARCH_PREFIX", "killed")
                .with("CHENGXIN_SEARCH_ELASTICSEARCH_REPLICAS", "0");
    }

    @Test
    void theOtherAnswersOnAndTakesOverWhatTheKilledOneWasAt() throws Exception {
        log.info("seed={}", seed);
        StatedSubjects stated = StatedSubjects.write(folder.resolve("subjects.tsv"), ROWS, random);
        try (OutsidePostgres store = OutsidePostgres.seeded(folder.resolve("outside"));
                ForkedPortal first = portal("first", store);
                ForkedPortal second = portal("second", store)) {
            Process writer = first.serve();
            second.serve();
            CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> read(second));
            long seeded = indexed();
            Process importing = first.start(stated.importing());
            Process rebuilding = first.start("reindex");
            // the first rows are in the index, the others on their way to it
            second.eventually(PATIENCE, () -> indexed() > seeded);
            ForkedPortal.kill(writer);
            int before = answered.get();
            log.info(
                    "killed with {} of {} rows committed, {} in the index",
                    StatedSubjects.committed(store.store()),
                    ROWS,
                    indexed() - seeded);

            // both wait for a portal that does their work, and there is one
            for (Process command : List.of(importing, rebuilding)) {
                assertThat(command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(command.exitValue()).as(first::logText).isZero();
            }
            stated.assertWholeIn(store.store());
            second.eventually(PATIENCE, () -> indexed() == seeded + ROWS);
            for (int i = 0; i < ASKED; i++) {
                String name = stated.names().get(random.nextInt(ROWS));
                second.eventually(
                        Duration.ofSeconds(10), () -> second.first(name).equals(name));
            }
            second.eventually(PATIENCE, () -> isUp(second, "index") && isUp(second, "search"));
            over.set(true);
            reader.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(answered.get()).as("answers after the kill").isGreaterThan(before);
            assertThat(failures)
                    .as("of %d answers, seed %d", answered.get(), seed)
                    .isEmpty();
        } finally {
            over.set(true);
        }
    }

    /** How many subjects the index has that is searched. */
    private static long indexed() {
        ElasticsearchNode.shared().ask("POST", "/killed-subjects/_refresh", "");
        return ElasticsearchNode.shared()
                .ask("GET", "/killed-subjects/_count", "")
                .path("count")
                .asLong();
    }

    private void read(ForkedPortal portal) {
        while (!over.get()) {
            try {
                JsonNode answer = portal.json("/api/v1/subjects?size=1&q=" + ForkedPortal.encode(KNOWN));
                if (!answer.at("/items/0/name").asString("").equals(KNOWN)
                        || answer.at("/limited").asBoolean(true)) {
                    failures.add(answer.toString());
                }
            } catch (IOException failure) {
                failures.add(failure.toString());
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                return;
            }
            answered.incrementAndGet();
        }
    }

    private static boolean isUp(ForkedPortal portal, String part) throws Exception {
        return JsonMapper.shared()
                .readTree(portal.health().body())
                .at("/components/" + part + "/status")
                .asString("")
                .equals("UP");
    }
}
