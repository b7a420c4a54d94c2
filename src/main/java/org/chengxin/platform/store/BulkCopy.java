package org.chengxin.platform.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes many rows by COPY into a temporary table and from there, in one statement each, into the real one. */
public final class BulkCopy {

    private final DataSource dataSource;

    public BulkCopy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Inserts rows, or replaces those whose {@code id} exists when their version follows on the stored one.
     *
     * @param rows values in the order of {@code columns}: null, text, numbers, dates, instants, or collections of text
     *     for array columns
     * @return rows written; fewer than given when another writer changed one of them in between
     */
    public int upsert(String table, List<String> columns, Collection<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("rows of " + table + " are written inside a transaction only");
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            String incoming = "incoming_" + table;
            String list = String.join(", ", columns);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create temporary table if not exists " + incoming + " on commit drop as select "
                        + list + " from " + table + " with no data");
                statement.execute("truncate " + incoming);
            }
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + incoming + " (" + list + ") from stdin", new StringReader(text(rows)));
            String updates = columns.stream()
                    .filter(column -> !column.equals("id"))
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));
            try (PreparedStatement statement = connection.prepareStatement("insert into " + table + " (" + list
                    + ") select " + list + " from " + incoming + " on conflict (id) do update set " + updates
                    + " where " + table + ".version = excluded.version - 1")) {
                return statement.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("copy into " + table, null, failure);
        } catch (IOException failure) {
            throw new DataAccessResourceFailureException("copy into " + table, failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static String text(Collection<@Nullable Object[]> rows) {
        StringBuilder out = new StringBuilder(rows.size() * 256);
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i > 0) {
                    out.append('\t');
                }
                Object value = row[i];
                if (value == null) {
                    out.append("\\N");
                } else if (value instanceof Collection<?> elements) {
                    escape(array(elements), out);
                } else if (value instanceof Instant moment) {
                    out.append(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
                } else {
                    escape(value.toString(), out);
                }
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String array(Collection<?> elements) {
        return elements.stream()
                .map(element -> '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Escapes for COPY's text format. */
    private static void escape(String value, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }
}
