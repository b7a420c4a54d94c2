package org.chengxin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.chengxin.ForkedPortal;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal is saved while it serves and imports, lost with all its files, and restored; in processes of their own. */
class BackupIT {

    /** A little more than three chunks of an import. */
    private static final int ROWS = 16_000;
    /** Tables that count transactions of one server; the others are compared row by row. */
    private static final List<String> NOT_KEPT = List.of("outbox", "job", "flyway_schema_history", "store_setting");

    @TempDir
    private Path folder;

    @Test
    void whatWasSavedUnderLoadIsThereAfterEverythingWasLost() throws Exception {
        Path data = folder.resolve("data");
        Path saved = folder.resolve("saved");
        ForkedPortal portal = ForkedPortal.seeded(folder, data);
        Process serving = portal.serve();
        String subject = portal.json("/api/v1/subjects?size=1&q=%E6%B8%AF%E9%A5%BC")
                .at("/items/0/id")
                .asString();
        byte[] report =
                portal.bytes("/api/v1/subjects/" + subject + "/report.pdf").body();
        Path person = person("first.csv", "向某一");
        assertThat(portal.run("import", person.toString(), "--as", "subjects", "--source", "someone")
                        .exit())
                .isZero();
        String key = Files.readString(data.resolve("keys/identity.key"));
        String signing = Files.readString(data.resolve("keys/documents.pem"))
                + Files.readString(data.resolve("keys/statements.key"));
        JsonNode published = portal.json("/.well-known/chengxin/keys.json");

        Path corpus = corpus();
        Process load = portal.start("import", corpus.toString(), "--as", "subjects", "--source", "load");
        ForkedPortal.Ended backup;
        boolean underLoad;
        try (Brake brake = new Brake(portal)) {
            await(() -> loaded(portal) > 0);
            backup = portal.run("backup", saved.toString(), "--json");
            underLoad = load.isAlive();
        }
        assertThat(backup.exit()).as(backup.out()).isZero();
        assertThat(portal.run("backup", saved.toString()).exit())
                .as("a backup is never written over another")
                .isEqualTo(2);
        load.destroyForcibly().waitFor();
        ForkedPortal.stop(serving);
        assertThat(underLoad)
                .as("rows were still coming in when the backup had ended")
                .isTrue();
        Map<String, List<String>> original = all(data);
        delete(data);

        ForkedPortal.Ended restored = portal.run("restore", saved.toString());
        assertThat(restored.exit()).as(restored.out()).isZero();
        compare(saved, JsonMapper.builder().build().readTree(backup.lastLine()), all(data), original);
        assertThat(Files.readString(data.resolve("keys/identity.key"))).isEqualTo(key);
        assertThat(Files.readString(data.resolve("keys/documents.pem"))
                        + Files.readString(data.resolve("keys/statements.key")))
                .isEqualTo(signing);

        ForkedPortal.Ended refused = portal.run("restore", saved.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out().strip()).hasLineCount(1).contains("empty data directory only");

        serving = portal.serve();
        try {
            doorsAnswer(portal, subject, report);
            assertThat(portal.json("/.well-known/chengxin/keys.json")).isEqualTo(published);
            ForkedPortal.Ended same = portal.run(
                    "import",
                    person("second.csv", "向某二").toString(),
                    "--as",
                    "subjects",
                    "--source",
                    "someone",
                    "--json");
            assertThat(JsonMapper.builder()
                            .build()
                            .readTree(same.lastLine())
                            .get("inserted")
                            .asInt())
                    .as("the same identity number is known under the restored key")
                    .isZero();
            assertThat(portal.run("import", corpus.toString(), "--as", "subjects", "--source", "load")
                            .exit())
                    .isZero();
            assertThat(loaded(portal))
                    .as("the import went on where the backup had it")
                    .isEqualTo(ROWS);
        } finally {
            ForkedPortal.stop(serving);
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws Exception {
        Path saved = folder.resolve("saved");
        ForkedPortal source = ForkedPortal.seeded(folder, folder.resolve("data"));
        assertThat(source.run("import", person("one.csv", "向某一").toString(), "--as", "subjects", "--source", "x")
                        .exit())
                .isZero();
        assertThat(source.run("backup", saved.toString()).exit()).isZero();
        Path table = saved.resolve("tables/subject.copy.gz");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);

        Path other = folder.resolve("other");
        ForkedPortal.Ended refused = new ForkedPortal(folder, other).run("restore", saved.toString());
        assertThat(refused.exit()).as(refused.out()).isEqualTo(3);
        assertThat(refused.out().strip()).hasLineCount(1).contains("tables/subject.copy.gz");
        assertThat(other.resolve("postgres")).doesNotExist();
        assertThat(other.resolve("keys")).doesNotExist();
    }

    /** Every restored row is a row of the backup and the other way round, and the moment it shows is one moment. */
    private static void compare(
            Path saved, JsonNode manifest, Map<String, List<String>> restored, Map<String, List<String>> original)
            throws IOException {
        int compared = 0;
        for (JsonNode table : manifest.get("tables")) {
            String name = table.get("name").asString();
            List<String> kept = unzip(saved.resolve(table.at("/file/path").asString()));
            assertThat(kept).as(name).hasSize(table.get("rows").asInt());
            if (!NOT_KEPT.contains(name)) {
                assertThat(restored.get(name)).as(name).isEqualTo(kept);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(original.size() - NOT_KEPT.size());
        // rows of these are never changed once written: the lost database held each of the restored ones
        for (String name : List.of(
                "subject_version",
                "record_version",
                "record",
                "issued_document",
                "log_entry",
                "log_node",
                "log_head")) {
            assertThat(original.get(name)).as(name).containsAll(restored.get(name));
        }
        assertThat(restored.get("record_version")).isEqualTo(original.get("record_version"));
        assertThat(restored.get("issued_document")).hasSize(1);
        assertThat(restored.get("subject_version"))
                .as("a subject and its version are of one moment")
                .hasSameSizeAs(restored.get("subject"))
                .hasSizeLessThan(ROWS)
                .hasSizeGreaterThan(100);
    }

    private static void doorsAnswer(ForkedPortal portal, String subject, byte[] report) throws Exception {
        assertThat(portal.json("/api/v1/subjects?size=1&q=%E6%B8%AF%E9%A5%BC")
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(subject);
        for (String path : List.of("/", "/s/" + subject, "/lists/red", "/api/v1/subjects/" + subject)) {
            assertThat(portal.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(portal.post("/api/v1/verifications", "application/pdf", report)
                        .body())
                .as("a report issued before is known")
                .contains("\"current\"");
    }

    private Path person(String file, String name) throws IOException {
        return Files.writeString(
                folder.resolve(file), "name,kind,identityNumber\n" + name + ",自然人,11010519491231002X\n");
    }

    private Path corpus() throws IOException {
        List<String> lines = new ArrayList<>(List.of("name\tregion"));
        for (int i = 0; i < ROWS; i++) {
            lines.add("黄石市" + (char) ('一' + i % 3_000) + (char) ('丁' + i / 3_000) + "贸" + i + "有限公司\t420202");
        }
        return Files.write(folder.resolve("corpus.tsv"), lines);
    }

    /** Lets the import come no further than one chunk beyond half of its file until it is taken off, however fast it is. */
    private static final class Brake implements AutoCloseable {

        private static final long PAUSE_MILLIS = 50;

        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<Void> held;

        Brake(ForkedPortal portal) throws IOException {
            var store = portal.dataSource();
            held = CompletableFuture.runAsync(() -> {
                try {
                    while (!over.get() && loaded(portal) <= ROWS / 2) {
                        Thread.sleep(PAUSE_MILLIS);
                    }
                    new TransactionTemplate(new JdbcTransactionManager(store))
                            .executeWithoutResult(status -> hold(JdbcClient.create(store)));
                } catch (IOException | InterruptedException failure) {
                    throw new IllegalStateException(failure);
                }
            });
        }

        /** Backups and other readers are not kept out. */
        private void hold(JdbcClient jdbc) {
            jdbc.sql("lock table subject in share mode").update();
            try {
                while (!over.get()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
        }

        @Override
        public void close() {
            over.set(true);
            held.join();
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long until = System.nanoTime() + 90_000_000_000L;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waits too long").isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static long loaded(ForkedPortal portal) throws IOException {
        return portal.store()
                .sql("select count(*) from subject where source = 'load'")
                .query(Long.class)
                .single();
    }

    /** Rows of all tables, sorted, as COPY writes them. */
    private static Map<String, List<String>> all(Path data) throws Exception {
        try (var directory = DataDirectory.open(data, false);
                var server = PostgresServer.open(directory);
                Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            connection.createStatement().execute("set time zone 'UTC'");
            Map<String, List<String>> rows = new LinkedHashMap<>();
            for (String table : JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("select tablename from pg_tables where schemaname = 'public'")
                    .query(String.class)
                    .list()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
                rows.put(table, sorted(out.toByteArray()));
            }
            return rows;
        }
    }

    private static List<String> unzip(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return sorted(in.readAllBytes());
        }
    }

    private static List<String> sorted(byte[] lines) {
        return new String(lines, StandardCharsets.UTF_8).lines().sorted().toList();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
