package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** kill -9 at random moments of import and projection, in processes of their own; replay with {@code -Dtest.seed}. */
class KillIT {

    private static final Logger log = LoggerFactory.getLogger(KillIT.class);
    private static final int ROWS = 12_000;
    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void printSeed() {
        log.info("seed={}", seed);
    }

    @Test
    void anImportKilledAnywhereGoesOnAndLosesAndDoublesNothing() throws Exception {
        List<String> rows = rows();
        String[] command = importing(write(rows));
        try (ForkedPortal portal = new ForkedPortal(folder, data())) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process process = portal.start(command);
                portal.awaitOwnWork(process);
                Thread.sleep(random.nextInt(2_500));
                ForkedPortal.kill(process);
            }
            assertThat(portal.run(command).exit()).as(portal::logText).isZero();
        }
        assertThat(storedRows()).isEqualTo(new TreeSet<>(rows));
        assertThat(folder.resolve("subjects.tsv.errors.csv")).doesNotExist();
    }

    @Test
    void aPortalKilledWhileItProjectsCatchesUp() throws Exception {
        List<String> rows = rows();
        String[] command = importing(write(rows));
        try (ForkedPortal portal = new ForkedPortal(folder, data())) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process serving = portal.serve();
                Process beside = portal.start(command);
                portal.awaitOwnWork(beside);
                Thread.sleep(random.nextInt(4_000));
                ForkedPortal.kill(serving);
                ForkedPortal.kill(beside);
            }
            portal.serve();
            assertThat(portal.run(command).exit()).as(portal::logText).isZero();
            assertThat(portal.total("")).as("all rows and the seed").isGreaterThanOrEqualTo(ROWS);
            for (int i = 0; i < 50; i++) {
                String name = rows.get(random.nextInt(rows.size()));
                assertThat(portal.first(name)).isEqualTo(name);
            }
        }
        assertThat(storedRows()).isEqualTo(new TreeSet<>(rows));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static String[] importing(Path file) {
        return new String[] {"import", file.toString(), "--as", "subjects", "--source", "test"};
    }

    private List<String> rows() {
        String[] trade = {"商贸", "食品", "网络科技", "餐饮管理", "物流", "服饰", "建材", "文化传媒"};
        TreeSet<String> names = new TreeSet<>();
        while (names.size() < ROWS) {
            names.add("黄石市" + han() + han() + han() + trade[random.nextInt(trade.length)] + "有限公司");
        }
        return new ArrayList<>(names);
    }

    private char han() {
        return (char) ('一' + random.nextInt(3_000));
    }

    private Path write(List<String> rows) throws IOException {
        Path file = folder.resolve("subjects.tsv");
        List<String> lines = new ArrayList<>();
        lines.add("name\tregion");
        rows.forEach(name -> lines.add(name + "\t420202"));
        return Files.write(file, lines);
    }

    /** Names the test source stated, each once a row, so a double shows; fails when a version is missing or doubled. */
    private TreeSet<String> storedRows() {
        try (DataDirectory directory = DataDirectory.open(data(), false);
                PostgresServer server = PostgresServer.open(directory)) {
            JdbcClient jdbc =
                    JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()));
            List<String> names = jdbc.sql("select name from subject where source = 'test'")
                    .query(String.class)
                    .list();
            assertThat(names).doesNotHaveDuplicates();
            assertThat(jdbc.sql("select count(*) from subject s where version <> 1 and source = 'test' or not exists"
                                    + " (select from subject_version v where v.id = s.id and v.version = s.version)")
                            .query(Long.class)
                            .single())
                    .isZero();
            return new TreeSet<>(names);
        }
    }
}
