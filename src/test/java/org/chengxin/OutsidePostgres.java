package org.chengxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.PostgresServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that no portal starts or watches, on one port for all its life: it can go and come back. */
final class OutsidePostgres implements AutoCloseable {

    private final Path data;
    private final String jdbc;
    private final String password;
    private final Path control;

    private OutsidePostgres(Path folder) throws Exception {
        data = folder.resolve("postgres");
        try (DataDirectory directory = DataDirectory.open(folder, false);
                PostgresServer server = PostgresServer.open(directory)) {
            jdbc = server.jdbcUrl();
            password = server.password();
            control = Path.of(ProcessHandle.of(pid())
                            .flatMap(process -> process.info().command())
                            .orElseThrow())
                    .resolveSibling("pg_ctl");
        }
        start();
    }

    /** Makes one with nothing in it in an empty folder, and starts it. */
    static OutsidePostgres empty(Path folder) throws Exception {
        return new OutsidePostgres(folder);
    }

    /** Makes one with the seed in a folder that is not there yet, and starts it. */
    static OutsidePostgres seeded(Path folder) throws Exception {
        PreparedPortal.get().copyTo(folder);
        return new OutsidePostgres(folder);
    }

    JdbcClient store() {
        return JdbcClient.create(new DriverManagerDataSource(jdbc, "postgres", password));
    }

    /** What a portal takes as {@code CHENGXIN_POSTGRES_URL}. */
    String url() {
        return jdbc.replace("jdbc:postgresql://", "postgresql://postgres:" + password + "@");
    }

    long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    /** Starts it as it was started before, on the same port. */
    void start() throws Exception {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.addAll(List.of(control.toString(), "restart", "-D", data.toString(), "-w", "-l", data + ".log"));
        Process start = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(start.exitValue()).isZero();
    }

    /** Sends a signal to it and all its backends. */
    void signal(String signal) throws Exception {
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        List<String> line = new ArrayList<>(List.of("kill", signal, Long.toString(server.pid())));
        server.children().forEach(backend -> line.add(Long.toString(backend.pid())));
        new ProcessBuilder(line).start().waitFor();
    }

    void stop() throws Exception {
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            signal("-CONT");
            stop();
        }
    }
}
