package org.chengxin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/**
 * Reads and writes all tables of a database by COPY, on one connection whose transaction the caller holds.
 *
 * <p>Left out is what counts transactions of one server and means nothing in another: the outbox, jobs handed to a portal,
 * and the settings that say how far an index is. A restored portal builds its index anew and gets an identity of its own.
 */
final class Tables {

    /** The migrations write their own history. */
    private static final Set<String> LEFT_OUT = Set.of("outbox", "job", "flyway_schema_history");

    private static final String SETTINGS = "store_setting";
    private static final String KEPT_SETTINGS = " where name <> 'store-id' and name not like 'outbox-%'";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Version of the schema; empty text for an empty database. */
    String schema() throws SQLException {
        if (!first("select to_regclass('flyway_schema_history') is not null").equals("t")) {
            return "";
        }
        return first("select version from flyway_schema_history where success and version is not null"
                + " order by installed_rank desc limit 1");
    }

    /** Whether nothing is in the database. */
    boolean none() throws SQLException {
        return names().isEmpty();
    }

    /** Writes the rows of all kept tables into files of a backup. */
    List<Manifest.Table> write(Path directory) throws SQLException, IOException {
        // the same rows are the same bytes, wherever the command is run
        execute("set local time zone 'UTC'");
        List<Manifest.Table> written = new ArrayList<>();
        for (String table : parentsFirst()) {
            if (LEFT_OUT.contains(table)) {
                continue;
            }
            List<String> columns = columns(table);
            long[] rows = new long[1];
            Manifest.Kept file = Digesting.write(directory, "tables/" + table + ".copy.gz", out -> {
                try (OutputStream zipped = new GZIPOutputStream(out, 1 << 16)) {
                    rows[0] = copyOut(
                            "copy (select " + list(columns) + " from " + quoted(table)
                                    + (table.equals(SETTINGS) ? KEPT_SETTINGS : "") + ") to stdout",
                            zipped);
                }
            });
            written.add(new Manifest.Table(table, columns, rows[0], file));
        }
        return written;
    }

    private long copyOut(String copy, OutputStream out) throws IOException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    /** Numbers given out by sequences; read after the rows, so never behind them. */
    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sequencename, last_value from pg_sequences"
                        + " where schemaname = current_schema() and last_value is not null order by 1")) {
            while (row.next()) {
                sequences.add(new Manifest.Sequence(row.getString(1), row.getLong(2)));
            }
        }
        return sequences;
    }

    /**
     * Replaces the rows of a table by those of a backup. Triggers are silent meanwhile: versions come from the backup.
     *
     * @throws BackupException when not all rows went in
     */
    void read(Manifest.Table table, Path file) throws SQLException, IOException {
        String name = quoted(table.name());
        execute("alter table " + name + " disable trigger user");
        long rows;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + name + " (" + list(table.columns()) + ") from stdin", in, 1 << 16);
        }
        execute("alter table " + name + " enable trigger user");
        if (rows != table.rows()) {
            throw BackupException.failed("表 " + table.name() + " 应有 " + table.rows() + " 行，实为 " + rows
                    + " 行 (rows are missing from the backup)");
        }
    }

    /**
     * Empties all tables, of what migrations may have put into them. From here on references are checked with each table:
     * triggers cannot be switched while checks are waiting.
     */
    void clear(List<Manifest.Table> tables) throws SQLException {
        execute("set constraints all immediate");
        execute("truncate " + tables.stream().map(table -> quoted(table.name())).collect(Collectors.joining(", ")));
    }

    void set(Manifest.Sequence sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, quoted(sequence.name()));
            statement.setLong(2, sequence.last());
            statement.execute();
        }
    }

    /** So that the first reader does not meet a planner who takes every table for empty. */
    void analyse() throws SQLException {
        execute("analyze");
    }

    private Set<String> names() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select tablename from pg_tables where schemaname = current_schema()")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** Columns whose values are stored; generated ones come by themselves. */
    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped"
                        + " and attgenerated = '' order by attnum")) {
            statement.setString(1, quoted(table));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }

    /** Tables such that each comes after those it refers to. */
    private List<String> parentsFirst() throws SQLException {
        Map<String, Set<String>> needs = new TreeMap<>();
        names().forEach(name -> needs.put(name, new TreeSet<>()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select child.relname, parent.relname from pg_constraint c
                            join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
                        where c.contype = 'f' and c.conrelid <> c.confrelid
                            and c.connamespace = current_schema()::regnamespace""")) {
            while (row.next()) {
                Objects.requireNonNull(needs.get(row.getString(1))).add(row.getString(2));
            }
        }
        Set<String> placed = new LinkedHashSet<>();
        while (placed.size() < needs.size()) {
            int before = placed.size();
            needs.forEach((name, parents) -> {
                if (placed.containsAll(parents)) {
                    placed.add(name);
                }
            });
            if (placed.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
        }
        return List.copyOf(placed);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String first(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
