package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal and its commands in processes of their own, on one data directory: they can be killed and stopped. */
public final class ForkedPortal implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final Path log;
    private final PreparedPortal prepared;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final List<String> within = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * Nothing is started yet.
     *
     * @param folder gets the output of all processes in {@code log}
     */
    public ForkedPortal(Path folder, Path data) {
        this(folder, data, PreparedPortal.get());
    }

    ForkedPortal(Path folder, Path data, PreparedPortal prepared) {
        this.data = data;
        this.log = folder.resolve("log");
        this.prepared = prepared;
    }

    /** The same on a data directory that has the seed already. */
    public static ForkedPortal seeded(Path folder, Path data) throws IOException {
        PreparedPortal prepared = PreparedPortal.get();
        prepared.copyTo(data);
        return new ForkedPortal(folder, data, prepared);
    }

    /** Sets a variable for all processes started from now on. */
    public ForkedPortal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts all processes from now on by another program, which becomes what it is told to start. */
    public ForkedPortal within(String... program) {
        within.addAll(List.of(program));
        return this;
    }

    /** Starts serving and waits until it answers. */
    public Process serve(String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--chengxin.quota.enabled=false"));
        line.addAll(List.of(options));
        Process portal = start(line.toArray(String[]::new));
        awaitReady(portal);
        return portal;
    }

    /** Starts a command, or the portal when there are options only. */
    public Process start(String... arguments) throws IOException {
        return start(log, arguments);
    }

    private Process start(Path out, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(within);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        line.addAll(prepared.options());
        line.addAll(List.of("-cp", prepared.classPath(), "org.chengxin.ChengxinApplication"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CHENGXIN_DATA_DIR", data.toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** What a command printed and how it ended. */
    public record Ended(int exit, String out) {

        /** What it printed last: the result, when it was asked for one for machines. */
        public String lastLine() {
            String[] lines = out.strip().split("\n");
            return lines[lines.length - 1];
        }
    }

    /** Runs a command to its end; what it printed is in the log too. */
    public Ended run(String... arguments) throws Exception {
        Path out = Files.createTempFile(log.toAbsolutePath().getParent(), "out", null);
        Process command = start(out, arguments);
        assertThat(command.waitFor(15, TimeUnit.MINUTES))
                .as(() -> String.join(" ", arguments) + " ends")
                .isTrue();
        String text = Files.readString(out);
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new Ended(command.exitValue(), text);
    }

    public static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Stops a process as the operator does. */
    public static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("stops").isTrue();
    }

    /** Waits until a command writes to the store: before that a kill proves little. */
    public void awaitOwnWork(Process process) throws InterruptedException, IOException {
        long size = logSize();
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && logSize() == size && System.nanoTime() < until) {
            Thread.sleep(50);
        }
    }

    private long logSize() throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    private void awaitReady(Process portal) throws Exception {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < until) {
            assertThat(portal.isAlive()).as(() -> "portal runs:\n" + logText()).isTrue();
            try {
                if (get("/api/v1/subjects?size=1").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the portal did not start:\n" + logText());
    }

    public String logText() {
        try {
            return Files.readString(log);
        } catch (IOException none) {
            return none.toString();
        }
    }

    /** Process id of the embedded PostgreSQL. */
    public long postgres() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    /** Asks the embedded store of a portal that serves. */
    public JdbcClient store() throws IOException {
        return JdbcClient.create(dataSource());
    }

    /** Connections to that store, each new. */
    public DataSource dataSource() throws IOException {
        return new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(data.resolve("postgres.port")).strip() + "/chengxin",
                "postgres",
                Files.readString(data.resolve("keys/postgres.password")).strip());
    }

    /** Waits until something holds; fails with the log. */
    public void eventually(Duration within, Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + within.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as(() -> "holds within " + within + ":\n" + logText())
                    .isLessThan(until);
            Thread.sleep(100);
        }
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(port, path, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(port, path, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return client.send(
                request(port, path, headers)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> health() throws IOException, InterruptedException {
        return management("/actuator/health");
    }

    /** A path of the management port. */
    public HttpResponse<String> management(String path) throws IOException, InterruptedException {
        return client.send(request(managementPort, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10));
        return headers.length > 0 ? request.headers(headers) : request;
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    public long total(String query) throws IOException, InterruptedException {
        return json("/api/v1/subjects?size=1&q=" + encode(query))
                .at("/total/value")
                .asLong();
    }

    /** Name of the subject found first. */
    public String first(String name) throws IOException, InterruptedException {
        return json("/api/v1/subjects?size=1&q=" + encode(name))
                .at("/items/0/name")
                .asString();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Kills what still runs; PostgreSQL with it. */
    @Override
    public void close() throws Exception {
        for (Process process : started) {
            kill(process);
        }
        if (Files.exists(data.resolve("postgres/postmaster.pid"))) {
            ProcessHandle.of(postgres())
                    .filter(server -> server.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(server -> {
                        server.destroyForcibly();
                        server.onExit().orTimeout(20, TimeUnit.SECONDS).join();
                    });
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
