package org.chengxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Elasticsearch with the analysis plugin installed as an operator would; most integration tests share one. Maven
 * unpacks it and packs the plugin before the integration tests; it ends with this process.
 */
public final class ElasticsearchNode {

    private static final Duration START = Duration.ofSeconds(300);
    private static final Supplier<Path> HOME = SingletonSupplier.of(ElasticsearchNode::install);
    private static @Nullable ElasticsearchNode shared;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final Path run;
    private final int heap;
    private final int port = freePort();

    /** @param heap megabytes */
    private ElasticsearchNode(String name, Path run, int heap, int transport, String discovery) throws IOException {
        this.name = name;
        this.run = run;
        this.heap = heap;
        stop();
        delete(run);
        Files.createDirectories(run.resolve("tmp"));
        configure(HOME.get().resolve("config"), transport, discovery);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "elasticsearch-stop"));
    }

    private static Path install() {
        Path home = Path.of("target/elasticsearch-" + System.getProperty("elasticsearch.version", "8.19.20"))
                .toAbsolutePath();
        Path plugin = Path.of("target/chengxin-analysis-plugin.zip").toAbsolutePath();
        if (!Files.exists(home) || !Files.exists(plugin)) {
            throw new IllegalStateException(
                    "mvn pre-integration-test unpacks Elasticsearch and packs the plugin first");
        }
        try {
            delete(home.resolve("plugins/chengxin-analysis"));
            command(
                    home,
                    "bin/elasticsearch-plugin",
                    "install",
                    "--batch",
                    plugin.toUri().toString());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nodes of one cluster, all started and in it. */
    public static List<ElasticsearchNode> cluster(String... names) throws IOException, InterruptedException {
        List<Integer> transports = Stream.of(names).map(name -> freePort()).toList();
        String discovery =
                """
                discovery.seed_hosts: [%s]
                cluster.initial_master_nodes: [%s]
                """
                        .formatted(
                                transports.stream()
                                        .map(transport -> "\"127.0.0.1:" + transport + '"')
                                        .collect(Collectors.joining(", ")),
                                String.join(", ", names));
        List<ElasticsearchNode> nodes = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            Path run = Path.of("target/elasticsearch-cluster", names[i]).toAbsolutePath();
            ElasticsearchNode node = new ElasticsearchNode(names[i], run, 384, transports.get(i), discovery);
            nodes.add(node);
            node.launch();
        }
        for (ElasticsearchNode node : nodes) {
            node.awaitAnswer("wait_for_status=green&wait_for_nodes=" + names.length);
        }
        return nodes;
    }

    /** Starts it, on one port and one data folder for all its life. */
    public void start() throws IOException, InterruptedException {
        launch();
        awaitAnswer("wait_for_status=yellow");
    }

    private void launch() throws IOException {
        ProcessBuilder server = new ProcessBuilder(
                        // it refuses to run as root
                        "unshare",
                        "-U",
                        "--map-user=1000",
                        "--map-group=1000",
                        "bin/elasticsearch",
                        "-p",
                        run.resolve("es.pid").toString())
                .directory(HOME.get().toFile())
                .redirectErrorStream(true)
                .redirectOutput(run.resolve("console.log").toFile());
        environment(server);
        server.start();
    }

    /** Started with the first test that asks. */
    public static synchronized ElasticsearchNode shared() {
        try {
            if (shared == null) {
                Path run = Path.of("target/elasticsearch-run").toAbsolutePath();
                shared = new ElasticsearchNode("one", run, 512, freePort(), "discovery.type: single-node\n");
                shared.start();
            }
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public String name() {
        return name;
    }

    /** The server's process. */
    public ProcessHandle process() {
        try {
            String id = Files.readString(run.resolve("es.pid")).strip();
            return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the process without ending it: it takes connections and answers none. */
    public void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets a stopped one go on. */
    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", name, Long.toString(process().pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill " + name + " ended with " + exit);
        }
    }

    /** Sends JSON, or nothing where {@code body} is empty, and reads the answer, whatever its status. */
    public JsonNode ask(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(30))
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void configure(Path defaults, int transport, String discovery) throws IOException {
        Path config = Files.createDirectories(run.resolve("config"));
        for (String file : List.of("jvm.options", "log4j2.properties")) {
            Files.copy(defaults.resolve(file), config.resolve(file));
        }
        Files.createDirectories(config.resolve("jvm.options.d"));
        Files.writeString(
                config.resolve("elasticsearch.yml"),
                """
                cluster.name: chengxin-%s
                node.name: %s
                xpack.security.enabled: false
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                path.data: %s
                path.logs: %s
                cluster.routing.allocation.disk.threshold_enabled: false
                """
                                .formatted(
                                        run.getParent().getFileName(),
                                        name,
                                        port,
                                        transport,
                                        run.resolve("data"),
                                        run.resolve("logs"))
                        + discovery);
    }

    private void environment(ProcessBuilder builder) {
        builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ES_PATH_CONF", run.resolve("config").toString());
        builder.environment().put("ES_TMPDIR", run.resolve("tmp").toString());
        builder.environment().put("ES_JAVA_OPTS", "-Xms" + heap + "m -Xmx" + heap + "m");
    }

    private static void command(Path home, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
        }
    }

    /** @param condition of the cluster, as its health takes it */
    private void awaitAnswer(String condition) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                JsonNode health = ask("GET", "/_cluster/health?timeout=5s&" + condition, "");
                if (!health.path("timed_out").asBoolean(true)) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                Thread.sleep(250);
            }
        }
        throw new IllegalStateException("Elasticsearch did not start: " + Files.readString(run.resolve("console.log")));
    }

    /** Ends it, also one that a killed test has left; returns when it is gone. */
    public void stop() {
        Path file = run.resolve("es.pid");
        try {
            if (!Files.exists(file)) {
                return;
            }
            ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(process -> process.info().commandLine().orElse("").contains("elasticsearch"))
                    .ifPresent(process -> {
                        process.destroy();
                        process.onExit()
                                .completeOnTimeout(process, 15, TimeUnit.SECONDS)
                                .join();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
