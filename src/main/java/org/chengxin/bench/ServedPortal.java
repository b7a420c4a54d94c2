package org.chengxin.bench;

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
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A portal in a process of its own that answers, and how much memory it holds. */
final class ServedPortal implements AutoCloseable {

    /** On a machine that others use as well. */
    private static final long START_SECONDS = 900;

    private static final long STOP_SECONDS = 60;
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} (\\S+)$");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final int management;
    private final Duration took;

    private ServedPortal(Process process, int port, int management, Duration took) {
        this.process = process;
        this.port = port;
        this.management = management;
        this.took = took;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param keeps whether it keeps answers
     */
    static ServedPortal start(Program program, boolean keeps) throws IOException, InterruptedException {
        int port = freePort();
        int management = freePort();
        File output = program.folder().resolve("portal.log").toFile();
        long begun = System.nanoTime();
        Process process = program.start(
                output,
                List.of(
                        "--server.port=" + port,
                        "--management.server.port=" + management,
                        "--management.server.address=127.0.0.1",
                        "--chengxin.cache.enabled=" + keeps,
                        "--chengxin.quota.enabled=false"));
        ServedPortal portal = new ServedPortal(process, port, management, Duration.ZERO);
        while (!portal.ready()) {
            long waited = System.nanoTime() - begun;
            if (!process.isAlive() || waited > TimeUnit.SECONDS.toNanos(START_SECONDS)) {
                portal.close();
                throw new IOException("the portal did not start:\n" + Files.readString(output.toPath()));
            }
            Thread.sleep(20);
        }
        return new ServedPortal(process, port, management, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** From the start of the process until it was ready. */
    Duration took() {
        return took;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean ready() throws InterruptedException {
        try {
            return managed("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> managed(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + management + path);
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Bytes of heap in use after a full collection; empty where the JDK's {@code jcmd} is not there to ask for one. */
    OptionalLong heap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return OptionalLong.empty();
        }
        Process collection = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            return OptionalLong.empty();
        }
        double used = 0;
        Matcher pools = HEAP.matcher(managed("/actuator/prometheus").body());
        while (pools.find()) {
            used += Double.parseDouble(pools.group(1));
        }
        return OptionalLong.of((long) used);
    }

    /** Bytes of memory the process holds, its PostgreSQL not counted; empty where the system does not tell. */
    OptionalLong resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return OptionalLong.empty();
        }
        Matcher resident = RESIDENT.matcher(Files.readString(status));
        return resident.find() ? OptionalLong.of(Long.parseLong(resident.group(1)) * 1024) : OptionalLong.empty();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Stops it in good order, its PostgreSQL with it. */
    @Override
    public void close() {
        Processes.stop(process, STOP_SECONDS);
    }
}
