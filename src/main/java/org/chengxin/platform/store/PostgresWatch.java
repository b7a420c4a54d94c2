package org.chengxin.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded PostgreSQL again when its process ends by itself: killed, out of memory, or after a disk that was
 * full. It comes back on the same port, so that the pools find it. Tries until it runs or the portal stops.
 */
final class PostgresWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresWatch.class);

    private static final String ROOT = "root";
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int JOIN_SECONDS = 5;

    private final Path data;
    private final Path control;
    private final Path output;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Thread thread;
    private volatile ProcessHandle postmaster;

    /**
     * Watches a server that runs.
     *
     * @param data its data directory
     */
    PostgresWatch(Path data) throws IOException {
        this.data = data;
        this.output = data.resolveSibling("postgres.log");
        this.postmaster = running(data).orElseThrow(() -> new IOException("no PostgreSQL runs on " + data));
        String program = postmaster
                .info()
                .command()
                .orElseThrow(() -> new IOException("the program of PostgreSQL is not known"));
        this.control = Path.of(program).resolveSibling("pg_ctl");
        this.thread = new Thread(this::watch, "postgres-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The server that runs on a data directory; empty when none does, whatever files it left. */
    static Optional<ProcessHandle> running(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            // written in part when the disk was full or the machine stopped
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private void watch() {
        try {
            while (!closing.isDone()) {
                CompletableFuture.anyOf(postmaster.onExit(), closing).get();
                if (!closing.isDone()) {
                    log.error(
                            "内置 PostgreSQL 意外退出，正在重新启动 (embedded PostgreSQL, pid {}, ended; starting it again)",
                            postmaster.pid());
                    revive();
                }
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean closedWithin(long millis) throws InterruptedException, ExecutionException {
        try {
            closing.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException open) {
            return false;
        }
    }

    private void revive() throws InterruptedException, ExecutionException {
        long pause = FIRST_PAUSE_MILLIS;
        @Nullable String told = null;
        while (!closedWithin(pause)) {
            try {
                Process start = new ProcessBuilder(restart())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                        .start();
                Optional<ProcessHandle> again = start.waitFor() == 0 ? running(data) : Optional.empty();
                if (again.isPresent()) {
                    postmaster = again.get();
                    log.info("内置 PostgreSQL 已恢复 (embedded PostgreSQL runs again, pid {})", postmaster.pid());
                    return;
                }
                told = tell(told, "see " + output);
            } catch (IOException failure) {
                told = tell(told, String.valueOf(failure.getMessage()));
            }
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    /** Takes the server's arguments, its port among them, from what its last start wrote down. */
    private List<String> restart() {
        List<String> line = new ArrayList<>();
        if (ROOT.equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is
            line.addAll(List.of("unshare", "-U"));
        }
        line.addAll(List.of(control.toString(), "restart", "-D", data.toString(), "-w", "-t", "60", "-m", "immediate"));
        line.addAll(List.of("-l", output.toString()));
        return line;
    }

    /** Says why it does not start, once for each reason. */
    private static String tell(@Nullable String told, String reason) {
        if (!reason.equals(told)) {
            log.warn("内置 PostgreSQL 尚未启动，继续重试 (embedded PostgreSQL does not start yet, trying on): {}", reason);
        }
        return reason;
    }

    /** Ends the watch; the server runs on. */
    @Override
    public void close() {
        closing.complete(null);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(JOIN_SECONDS));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks a server to stop and waits for it. */
    static void stop(ProcessHandle server, int seconds) throws IOException, TimeoutException {
        CompletableFuture<ProcessHandle> exit = server.onExit();
        interrupt(server);
        try {
            exit.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IOException(failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupt);
        }
    }

    /** Asks a server for a fast stop: its clients' transactions rolled back. */
    static void interrupt(ProcessHandle server) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                .inheritIO()
                .start();
    }
}
