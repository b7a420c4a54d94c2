package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** kill -9 at random moments of import and projection, in processes of their own; replay with {@code -Dtest.seed}. */
class KillIT {

    private static final Logger log = LoggerFactory.getLogger(KillIT.class);
    private static final int ROWS = 12_000;
    private static final int KILLS = 3;
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

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
        Path file = write(rows);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(List.of(), "import", file.toString(), "--as", "subjects", "--source", "test");
            awaitOwnWork(process);
            Thread.sleep(random.nextInt(2_500));
            kill(process);
        }
        Process last = start(List.of(), "import", file.toString(), "--as", "subjects", "--source", "test");
        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).as(this::logText).isZero();
        assertThat(storedRows()).isEqualTo(new TreeSet<>(rows));
        assertThat(Files.exists(Path.of(file + ".errors.csv"))).isFalse();
    }

    @Test
    void aPortalKilledWhileItProjectsCatchesUp() throws Exception {
        List<String> rows = rows();
        Path file = write(rows);
        int port = freePort();
        List<String> serving =
                List.of("--server.port=" + port, "--management.server.port=0", "--chengxin.quota.enabled=false");
        for (int kill = 0; kill < KILLS; kill++) {
            Process portal = start(serving);
            awaitReady(port, portal);
            Process beside = start(List.of(), "import", file.toString(), "--as", "subjects", "--source", "test");
            awaitOwnWork(beside);
            Thread.sleep(random.nextInt(4_000));
            kill(portal);
            kill(beside);
        }
        Process portal = start(serving);
        awaitReady(port, portal);
        Process beside = start(List.of(), "import", file.toString(), "--as", "subjects", "--source", "test");
        assertThat(beside.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(beside.exitValue()).as(this::logText).isZero();
        try {
            assertThat(total(port, "")).as("all rows and the seed").isGreaterThanOrEqualTo(ROWS);
            for (int i = 0; i < 50; i++) {
                String name = rows.get(random.nextInt(rows.size()));
                assertThat(first(port, name)).isEqualTo(name);
            }
        } finally {
            kill(portal);
        }
        assertThat(storedRows()).isEqualTo(new TreeSet<>(rows));
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
        try (DataDirectory directory = DataDirectory.open(folder.resolve("data"), false);
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

    private Process start(List<String> options, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.chengxin.ChengxinApplication"));
        line.addAll(List.of(command));
        line.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CHENGXIN_DATA_DIR", folder.resolve("data").toString());
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        return builder.start();
    }

    /** The portal's own classes and libraries: component scan must not meet the wiring of other tests. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Waits until the process writes to the store: before that a kill proves little. */
    private void awaitOwnWork(Process process) throws InterruptedException, IOException {
        long size = logSize();
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && logSize() == size && System.nanoTime() < until) {
            Thread.sleep(50);
        }
    }

    private long logSize() throws IOException {
        Path file = folder.resolve("log");
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private void awaitReady(int port, Process portal) throws Exception {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < until) {
            assertThat(portal.isAlive()).as(() -> "portal runs:\n" + logText()).isTrue();
            try {
                if (get(port, "/api/v1/subjects?size=1").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the portal did not start:\n" + logText());
    }

    private String logText() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException none) {
            return none.toString();
        }
    }

    private static long total(int port, String query) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(get(port, "/api/v1/subjects?size=1&q=" + query).body())
                .at("/total/value")
                .asLong();
    }

    private static String first(int port, String name) throws Exception {
        String query = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
        return JsonMapper.builder()
                .build()
                .readTree(get(port, "/api/v1/subjects?size=1&q=" + query).body())
                .at("/items/0/name")
                .asString();
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
