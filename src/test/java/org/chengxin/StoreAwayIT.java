package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The store hangs or dies under a serving portal: what needs it says so fast, the rest goes on, all comes back alone. */
class StoreAwayIT {

    private static final String USCC = "91420202MA44G5GY9R";
    /** Subjects whose names the tests change. */
    private static final String RENAMED = "91420205MA404UM755";

    private static final String ANOTHER = "91420281MA4XQPNQ31";

    private static final String SEARCH = "/api/v1/subjects?q=" + ForkedPortal.encode("港饼");
    private static final String SUGGEST = "/api/v1/subjects/suggest?q=" + ForkedPortal.encode("港饼");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration READERS_WAIT = Duration.ofMillis(3_900);

    /** Longer than any wait for a connection or an answer; an hour would look the same. */
    private static final Duration AWAY = Duration.ofSeconds(8);

    private int returns;

    @TempDir
    private Path folder;

    @Test
    void aStoreThatHangsStopsOnlyWhatNeedsIt() throws Exception {
        try (ForkedPortal portal = ForkedPortal.seeded(folder, folder.resolve("data"))) {
            portal.serve();
            String profile = profile(portal);
            String search = portal.get(SEARCH).body();
            signal("-STOP", portal.postgres());
            List<ProcessHandle> backends =
                    ProcessHandle.of(portal.postgres()).orElseThrow().children().toList();
            for (ProcessHandle backend : backends) {
                signal("-STOP", backend.pid());
            }
            away(portal, profile, search);
            manyReadersDoNotPileUp(portal, profile, search);
            for (ProcessHandle backend : backends) {
                signal("-CONT", backend.pid());
            }
            signal("-CONT", portal.postgres());
            back(portal, profile, portal::store);
        }
    }

    @Test
    void aKilledPostgresIsStartedAgainAndNothingCommittedIsLost() throws Exception {
        try (ForkedPortal portal = ForkedPortal.seeded(folder, folder.resolve("data"))) {
            portal.serve();
            String profile = profile(portal);
            for (int kill = 0; kill < 2; kill++) {
                String name = "黄石市磁湖" + "甲乙".charAt(kill) + "商贸有限公司";
                rename(portal.store(), ANOTHER, name);
                long dead = portal.postgres();
                signal("-KILL", dead);
                assertThat(portal.get(SEARCH).statusCode()).isEqualTo(200);
                back(portal, profile, portal::store);
                assertThat(portal.postgres()).isNotEqualTo(dead);
                portal.eventually(
                        Duration.ofSeconds(2), () -> portal.first(name).equals(name));
                String id = portal.json("/api/v1/subjects?q=" + ForkedPortal.encode(name))
                        .at("/items/0/id")
                        .asString();
                assertThat(portal.json("/api/v1/subjects/" + id).at("/name").asString())
                        .isEqualTo(name);
            }
            assertThat(portal.logText()).contains("starting it again", "runs again");
        }
    }

    @Test
    void anOutsideStoreThatGoesOrHangsIsToldOnceAndComesBackAlone() throws Exception {
        try (OutsidePostgres outside = OutsidePostgres.seeded(folder.resolve("outside"));
                ForkedPortal portal = new ForkedPortal(folder, folder.resolve("data"))) {
            portal.with("CHENGXIN_POSTGRES_URL", outside.url()).serve();
            String profile = profile(portal);
            String search = portal.get(SEARCH).body();
            outside.stop();
            portal.eventually(
                    Duration.ofSeconds(10),
                    () -> portal.get("/api/v1/subjects/" + profile).statusCode() == 503);
            away(portal, profile, search);
            for (int reader = 0; reader < 20; reader++) {
                assertThat(portal.get("/api/v1/subjects/" + profile).statusCode())
                        .isEqualTo(503);
            }
            Thread.sleep(AWAY.toMillis());
            away(portal, profile, search);
            assertThat(troubles(portal)).singleElement().asString().contains("数据库连接不上", "out of reach");
            outside.start();
            back(portal, profile, outside::store);
            outside.signal("-STOP");
            portal.eventually(Duration.ofSeconds(15), () -> troubles(portal).size() == 2);
            away(portal, profile, portal.get(SEARCH).body());
            outside.signal("-CONT");
            back(portal, profile, outside::store);
            assertThat(troubles(portal)).hasSize(2);
            assertThat(portal.logText().lines().filter(line -> line.contains("数据库已恢复 (the store is back after")))
                    .hasSize(2);
        }
    }

    /** What the portal complained of. */
    private static List<String> troubles(ForkedPortal portal) {
        return portal.logText()
                .lines()
                .filter(line -> line.matches(".* (WARN|ERROR) .*|\tat .*"))
                .toList();
    }

    private static String profile(ForkedPortal portal) throws Exception {
        return portal.json("/api/v1/subjects/" + USCC).at("/id").asString();
    }

    private static void away(ForkedPortal portal, String id, String search) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> problem = portal.get("/api/v1/subjects/" + id);
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.body()).contains("/developers/problems/store-unavailable", "数据库暂时连接不上");
        assertThat(problem.headers().firstValue("Retry-After")).isPresent();
        assertThat(took(start)).isLessThan(READERS_WAIT);
        start = System.nanoTime();
        HttpResponse<String> page = portal.get("/s/" + id, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("数据库暂时连接不上", "<html");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(took(start)).isLessThan(READERS_WAIT);
        for (String door :
                List.of("/api/v1/subjects/" + id + "/report.pdf", "/api/v1/verifications/CX20261124ABCDEFGHJK")) {
            start = System.nanoTime();
            assertThat(portal.get(door).statusCode()).as(door).isIn(503, 200);
            assertThat(took(start)).as(door).isLessThan(READERS_WAIT);
        }
        assertThat(portal.get("/api/v1/subjects/" + id + "/report.pdf").statusCode())
                .isEqualTo(503);
        assertThat(portal.get(SEARCH).body()).isEqualTo(search);
        assertThat(portal.get(SUGGEST).statusCode()).isEqualTo(200);
        assertThat(portal.get("/search?q=" + ForkedPortal.encode("港饼"), "Accept", "text/html")
                        .statusCode())
                .isEqualTo(200);
        assertThat(portal.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
        start = System.nanoTime();
        HttpResponse<String> health = portal.health();
        assertThat(took(start)).isLessThan(READERS_WAIT);
        assertThat(health.statusCode()).isEqualTo(503);
        JsonNode parts = JSON.readTree(health.body()).get("components");
        assertThat(parts.at("/store/status").asString()).isEqualTo("DOWN");
        assertThat(parts.at("/store/details/reason").asString()).isEqualTo("no answer in time");
        assertThat(parts.at("/index/status").asString()).isEqualTo("UNKNOWN");
        HttpResponse<String> ready = portal.management("/actuator/health/readiness");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        assertThat(portal.management("/actuator/prometheus").body())
                .contains("chengxin_outbox_changes NaN", "chengxin_import_rows_total{result=\"inserted\"}");
    }

    /** 60 readers at once on the dead doors: all are answered in time, and searches beside them are not slower. */
    private static void manyReadersDoNotPileUp(ForkedPortal portal, String id, String search) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(60);
        try {
            List<Future<Duration>> answers = new ArrayList<>();
            for (int i = 0; i < 180; i++) {
                answers.add(readers.submit(() -> {
                    long start = System.nanoTime();
                    assertThat(portal.get("/api/v1/subjects/" + id).statusCode())
                            .isEqualTo(503);
                    return took(start);
                }));
            }
            for (int i = 0; i < 10; i++) {
                long start = System.nanoTime();
                assertThat(portal.get(SEARCH).body()).isEqualTo(search);
                assertThat(took(start)).isLessThan(Duration.ofSeconds(1));
                Thread.sleep(200);
            }
            for (Future<Duration> answer : answers) {
                assertThat(answer.get()).isLessThan(READERS_WAIT);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private void back(ForkedPortal portal, String id, Callable<JdbcClient> store) throws Exception {
        portal.eventually(
                Duration.ofSeconds(30),
                () -> portal.get("/api/v1/subjects/" + id).statusCode() == 200);
        portal.eventually(Duration.ofSeconds(15), () -> portal.health().statusCode() == 200);
        String name = "黄石市" + "东南西北春夏秋冬".charAt(returns++) + "归来商行";
        rename(store.call(), RENAMED, name);
        // the projection goes on: what is committed is found within two seconds
        portal.eventually(Duration.ofSeconds(2), () -> portal.first(name).equals(name));
    }

    /** Commits a change of a subject of the seed, as an import does. */
    private static void rename(JdbcClient store, String uscc, String name) {
        assertThat(store.sql("update subject set name = :name, version = version + 1 where uscc = :uscc")
                        .param("name", name)
                        .param("uscc", uscc)
                        .update())
                .isOne();
    }

    private static Duration took(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
