package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal and its commands in processes of their own, on one data directory: they can be killed and stopped. */
public final class ForkedPortal implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final Path log;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final List<Process> started = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * Nothing is started yet.
     *
     * @param folder gets the output of all processes in {@code log}
     */
    public ForkedPortal(Path folder, Path data) {
        this.data = data;
        this.log = folder.resolve("log");
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
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.chengxin.ChengxinApplication"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CHENGXIN_DATA_DIR", data.toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Runs a command to its end. */
    public int run(String... arguments) throws Exception {
        Process command = start(arguments);
        assertThat(command.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return command.exitValue();
    }

    /** The portal's own classes and libraries: component scan must not meet the wiring of other tests. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
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
        return send(port, path, HttpResponse.BodyHandlers.ofString(), headers);
    }

    public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return send(port, path, HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> health() throws IOException, InterruptedException {
        return send(managementPort, "/actuator/health", HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(int to, String path, HttpResponse.BodyHandler<T> body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + to + path))
                .timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), body);
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
