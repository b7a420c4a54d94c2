package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The disk fills while an import runs: the import says so, search goes on, and with space again nothing is missing. */
class DiskFullIT {

    private static final int ROWS = 14_000;
    private static final String SEARCH = "/api/v1/subjects?q=" + ForkedPortal.encode("港饼");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final long seed = Long.getLong("test.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsToldAndSearchGoesOnAndAllComesBackAlone() throws Exception {
        StatedSubjects stated = StatedSubjects.write(folder.resolve("subjects.tsv"), ROWS, new Random(seed));
        Path mount = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = new SmallDisk(mount, 400);
                ForkedPortal portal = ForkedPortal.seeded(folder, disk.seen("data"))) {
            portal.within(disk.program())
                    .with("CHENGXIN_DATA_DIR", disk.inside("data").toString());
            portal.serve("--chengxin.health.free-disk=17MB");
            String search = portal.get(SEARCH).body();
            long seeded = portal.total("");
            var importing = CompletableFuture.supplyAsync(() -> runs(portal, stated.importing()));
            portal.eventually(Duration.ofMinutes(5), () -> StatedSubjects.committed(portal.store()) > 0);
            disk.fill();
            assertToldInOneLine(importing.get());

            assertThat(portal.get(SEARCH).body())
                    .as("the index answers as before")
                    .contains("港饼");
            // not their scores: what was committed before may be in the index by now, and makes words rarer or commoner
            assertThat(found(portal.get(SEARCH).body())).isNotEmpty().isEqualTo(found(search));
            HttpResponse<String> health = portal.health();
            assertThat(health.statusCode()).as(health.body()).isEqualTo(503);
            JsonNode space = JSON.readTree(health.body()).at("/components/diskSpace");
            assertThat(space.at("/status").asString()).isEqualTo("DOWN");
            assertThat(space.at("/details/reason").asString()).startsWith("the disk is full");
            assertThat(portal.management("/actuator/health/readiness").statusCode())
                    .as("readers may come")
                    .isEqualTo(200);

            disk.free();
            portal.eventually(
                    Duration.ofSeconds(60), () -> JSON.readTree(portal.health().body())
                            .at("/status")
                            .asString()
                            .equals("UP"));
            ForkedPortal.Ended again = portal.run(stated.importing());
            assertThat(again.exit()).as(portal::logText).isZero();
            assertThat(again.out()).as("goes on where it was").contains("从上次中断处继续");
            stated.assertWholeIn(portal.store());
            // in the index when the command ends, and in sight with its next refresh
            portal.eventually(Duration.ofSeconds(2), () -> portal.total("") == ROWS + seeded);
            assertThat(portal.logText()).as("no trace of a stack").doesNotContain("\n\tat ");
        }
    }

    /** The hits, without their scores. */
    private static List<ObjectNode> found(String answer) {
        return JSON.readTree(answer)
                .at("/items")
                .valueStream()
                .map(item -> ((ObjectNode) item).without("score"))
                .toList();
    }

    private static ForkedPortal.Ended runs(ForkedPortal portal, String... command) {
        try {
            return portal.run(command);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void assertToldInOneLine(ForkedPortal.Ended failed) {
        assertThat(failed.exit()).as(failed.out()).isEqualTo(3);
        List<String> told =
                failed.out().lines().filter(line -> !line.startsWith("已处理")).toList();
        assertThat(told)
                .as(failed.out())
                .singleElement()
                .asString()
                .contains("磁盘已满", "the disk is full", "run the same");
    }
}
