package org.chengxin.platform.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.chengxin.platform.StartupFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The embedded PostgreSQL kept under {@code data/postgres}: started by the owner of the data directory, joined by a
 * command started beside it. Listens on loopback, asks for a password, and writes durably.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String PASSWORD_FILE = "keys/postgres.password";
    private static final String PORT_FILE = "postgres.port";
    private static final int ORPHAN_SECONDS = 60;
    private static final int STOP_SECONDS = 5;

    private final int port;
    private final String password;
    private final @Nullable Owned owned;

    /** What the owner of the data directory holds. */
    private record Owned(Path data, EmbeddedPostgres server, PostgresWatch watch) {}

    private PostgresServer(int port, String password, @Nullable Owned owned) {
        this.port = port;
        this.password = password;
        this.owned = owned;
    }

    /** Starts the server of an owned directory, or joins the one its owner started. */
    public static PostgresServer open(DataDirectory directory) {
        try {
            return directory.owned() ? start(directory) : join(directory);
        } catch (IOException failure) {
            throw new StartupFailure(
                    "内置 PostgreSQL 无法启动：" + failure.getMessage() + " (embedded PostgreSQL does not start)",
                    "请查看 " + directory.resolve("postgres")
                            + " 的权限与磁盘空间，或用 CHENGXIN_POSTGRES_URL 指定外部数据库 (check permissions and disk, or set CHENGXIN_POSTGRES_URL)",
                    failure);
        }
    }

    private static PostgresServer join(DataDirectory directory) throws IOException {
        int port =
                Integer.parseInt(Files.readString(directory.resolve(PORT_FILE)).strip());
        return new PostgresServer(port, directory.secret(PASSWORD_FILE).orElseThrow(), null);
    }

    private static PostgresServer start(DataDirectory directory) throws IOException {
        Path data = directory.resolve("postgres");
        stopOrphan(data);
        Optional<String> known = directory.secret(PASSWORD_FILE);
        if (known.isEmpty() && Files.exists(directory.resolve(PORT_FILE))) {
            // written only once the server was whole: what lies there is data, not half an initdb
            throw new StartupFailure(
                    "数据库口令文件 " + directory.resolve(PASSWORD_FILE) + " 丢失 (the database's password file is missing)",
                    "请从备份恢复该文件，或移走整个数据目录后重新开始 (restore it from a backup, or move the data directory away to start over)");
        }
        boolean initialised = Files.exists(data.resolve("PG_VERSION")) && known.isPresent();
        if (!initialised && Files.exists(data)) {
            // initdb was killed half way: nothing was ever kept in it
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // the portal stops it when the last request has ended, not beside that
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("shared_buffers", "128MB")
                // its log is about the server: what fails of a statement can hold its values, and the portal tells that
                .setServerConfig("log_min_messages", "log")
                .setServerConfig("log_error_verbosity", "terse")
                // the embedded server is made for tests and turns these off
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        known.filter(x -> initialised).ifPresent(password -> builder.setConnectConfig("password", password));
        EmbeddedPostgres server = builder.start();
        String password = initialised ? known.orElseThrow() : protect(server, data, directory);
        Files.writeString(directory.resolve(PORT_FILE), Integer.toString(server.getPort()));
        return new PostgresServer(server.getPort(), password, new Owned(data, server, new PostgresWatch(data)));
    }

    /** Gives a fresh server a password; the file is written last, so a kill before it starts over. */
    private static String protect(EmbeddedPostgres server, Path data, DataDirectory directory) throws IOException {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        String password = HexFormat.of().formatHex(bytes);
        JdbcTemplate jdbc = new JdbcTemplate(server.getPostgresDatabase());
        jdbc.execute("create database chengxin encoding 'UTF8' template template0");
        jdbc.execute("alter user postgres password '" + password + "'");
        Path access = data.resolve("pg_hba.conf");
        Files.write(access, List.of("local all all scram-sha-256", "host all all 127.0.0.1/32 scram-sha-256"));
        jdbc.execute("select pg_reload_conf()");
        directory.writeSecret(PASSWORD_FILE, password);
        return password;
    }

    /** A killed portal leaves its server running on the directory; it is stopped before ours starts. */
    private static void stopOrphan(Path data) throws IOException {
        Optional<ProcessHandle> orphan = PostgresWatch.running(data);
        if (orphan.isEmpty()) {
            return;
        }
        log.info(
                "stopping the PostgreSQL (pid {}) that a killed portal left behind",
                orphan.get().pid());
        try {
            PostgresWatch.stop(orphan.get(), ORPHAN_SECONDS);
        } catch (TimeoutException failure) {
            throw new IOException(
                    "PostgreSQL of a killed portal, pid " + orphan.get().pid() + ", does not stop", failure);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/chengxin";
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    /**
     * Asks whatever this process has started of PostgreSQL to stop, half an initialisation too, and waits for nothing: for
     * a portal that ends while it starts. The next start waits for it.
     */
    public static void leave(DataDirectory directory) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        if (!directory.owned()) {
            return;
        }
        try {
            Optional<ProcessHandle> server = PostgresWatch.running(directory.resolve("postgres"));
            if (server.isPresent()) {
                PostgresWatch.interrupt(server.get());
            }
        } catch (IOException failure) {
            log.warn("the embedded PostgreSQL was not asked to stop; the next start does", failure);
        }
    }

    /** Stops an owned server: its clients' transactions rolled back, everything committed on disk. */
    @Override
    public void close() {
        if (owned == null) {
            return;
        }
        owned.watch().close();
        try {
            owned.server().close();
            Optional<ProcessHandle> left = PostgresWatch.running(owned.data());
            if (left.isPresent()) {
                PostgresWatch.stop(left.get(), STOP_SECONDS);
            }
        } catch (IOException | TimeoutException failure) {
            log.warn("the embedded PostgreSQL has not stopped yet and goes on stopping by itself", failure);
        }
    }
}
