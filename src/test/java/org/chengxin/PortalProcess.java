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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal and its commands as processes of their own, on one data directory. */
public final class PortalProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Path data;
    private final Path console;
    private final HttpClient client = HttpClient.newHttpClient();

    public PortalProcess(Path data, Path console) {
        this.data = data;
        this.console = console;
    }

    /** A portal that answers. */
    public record Serving(Process process, int port, int managementPort) {}

    /** What a command printed and how it ended. */
    public record Ended(int exit, String out) {}

    /** Starts the portal and waits until its doors answer. */
    public Serving serve(String... options) throws Exception {
        int port = freePort();
        int management = freePort();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "--server.port=" + port, "--management.server.port=" + management, "--chengxin.quota.enabled=false"));
        Process process = start(console.toFile(), arguments);
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (get(port, "/api/v1/subjects?size=1").statusCode() == 200) {
                    return new Serving(process, port, management);
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        process.destroyForcibly();
        throw new AssertionError("the portal did not start:\n" + consoleText());
    }

    /** Runs a command to its end. */
    public Ended run(String... command) throws Exception {
        File out = Files.createTempFile(console.getParent(), "out", null).toFile();
        Process process = start(out, List.of(command));
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " does not end");
        }
        return new Ended(process.exitValue(), Files.readString(out.toPath()));
    }

    /** Starts a command; its output goes to the console file. */
    public Process begin(String... command) throws IOException {
        return start(console.toFile(), List.of(command));
    }

    private Process start(File out, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.chengxin.ChengxinApplication"));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CHENGXIN_DATA_DIR", data.toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(out));
        return builder.start();
    }

    /** The portal's own classes and libraries: component scan must not meet the wiring of tests. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Stops a process as the operator does. */
    public static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("stops").isTrue();
    }

    public HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(request(port, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    public byte[] bytes(int port, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request(port, path).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    public HttpResponse<String> post(int port, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return client.send(
                request(port, path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public JsonNode json(int port, String path) throws IOException, InterruptedException {
        return JsonMapper.builder().build().readTree(get(port, path).body());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    public String consoleText() {
        try {
            return Files.readString(console);
        } catch (IOException none) {
            return none.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
