package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that cannot start says why in one line; one that is told to stop while it starts ends without a word. */
class StartIT {

    private static final String[] ANY_PORT = {"--server.port=0", "--management.server.port=0"};

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    @Test
    void aDataDirectoryHasOnePortalAndAKilledOneDoesNotHoldItNorADamagedIndex() throws Exception {
        try (ForkedPortal portal = ForkedPortal.seeded(folder, data())) {
            Process first = portal.serve();
            assertToldInOneLine(portal.run(ANY_PORT), "属于另一个正在运行的门户", "belongs to a running portal");
            assertThat(portal.get("/api/v1/subjects?size=1").statusCode())
                    .as("the first serves on")
                    .isEqualTo(200);
            wrongPassword();
            long subjects = portal.total("");
            ForkedPortal.kill(first);
            damageTheIndex();
            portal.serve();
            assertThat(portal.logText()).contains("the search index cannot be used and is built anew");
            assertThat(portal.total("")).isEqualTo(subjects);
        }
    }

    /** Another bit somewhere in its largest file. */
    private void damageTheIndex() throws IOException {
        try (Stream<Path> files = Files.walk(data().resolve("index"))) {
            Path largest = files.max(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[random.nextInt(bytes.length)] ^= 1;
            Files.write(largest, bytes);
        }
    }

    /** The running portal's PostgreSQL is an outside one to another portal. */
    private void wrongPassword() throws Exception {
        String port = Files.readString(data().resolve("postgres.port")).strip();
        try (ForkedPortal other = new ForkedPortal(folder, folder.resolve("other"))) {
            other.with("CHENGXIN_POSTGRES_URL", "postgresql://postgres:guessed@127.0.0.1:" + port + "/chengxin");
            ForkedPortal.Ended refused = other.run(ANY_PORT);
            assertToldInOneLine(refused, "数据库连接不上", "database out of reach", "password");
            assertThat(refused.out()).doesNotContain("guessed");
        }
    }

    @Test
    void whatIsSetWronglyIsToldInOneLine() throws Exception {
        try (ForkedPortal portal = new ForkedPortal(folder, data());
                ServerSocket taken = new ServerSocket(0)) {
            assertToldInOneLine(
                    portal.run("--server.port=" + taken.getLocalPort(), "--management.server.port=0"),
                    "端口 " + taken.getLocalPort() + " 已被占用",
                    "is in use");
            assertToldInOneLine(portal.run("--server.port=http"), "设置 server.port", "cannot be used");
            portal.with("CHENGXIN_POSTGRES_URL", "jdbc:postgresql://localhost:port/x?password=secret");
            ForkedPortal.Ended malformed = portal.run(ANY_PORT);
            assertToldInOneLine(malformed, "不是 PostgreSQL 的地址", "is not the address of a PostgreSQL");
            assertThat(malformed.out()).doesNotContain("secret");
        }
        // not even root writes into a directory that is a file
        Path file = Files.writeString(folder.resolve("file"), "");
        try (ForkedPortal portal = new ForkedPortal(folder, file)) {
            assertToldInOneLine(portal.run(ANY_PORT), "不可写", "cannot be written");
        }
    }

    @Test
    void toldToStopWhileItStartsItEndsQuietlyAndLeavesNothingRunning() throws Exception {
        try (ForkedPortal portal = new ForkedPortal(folder, data())) {
            for (int stop = 0; stop < 2; stop++) {
                Process starting = portal.start(ANY_PORT);
                Thread.sleep(500 + random.nextInt(4_500));
                starting.destroy();
                assertThat(starting.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(starting.exitValue()).isEqualTo(143);
                assertThat(portal.logText())
                        .as("seed %d", seed)
                        .doesNotContain("\tat ", "Exception", " WARN ", " ERROR ", "not started");
                portal.eventually(Duration.ofSeconds(10), () -> ProcessHandle.allProcesses()
                        .noneMatch(process ->
                                process.info().commandLine().orElse("").contains(data().toString())));
            }
            portal.serve();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void assertToldInOneLine(ForkedPortal.Ended ended, String... words) {
        List<String> told =
                ended.out().lines().filter(line -> !line.contains("  INFO ")).toList();
        assertThat(told).as(ended.out()).hasSize(1);
        assertThat(told.get(0)).startsWith("启动失败 (not started): ").contains(words);
        assertThat(ended.exit()).isEqualTo(3);
    }
}
