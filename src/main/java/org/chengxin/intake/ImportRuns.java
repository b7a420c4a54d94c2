package org.chengxin.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps how far each file was taken in. Blocks; the checkpoint is written in the transaction of its chunk. */
@Component
class ImportRuns {

    /** Serialises the chunks of imports running at once, whose rows may be about the same subjects. */
    private static final long LOCK = 0x1_494D_504F_5254L;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRuns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What tells one import from another: the file's content and everything that changes what it means. */
    record Key(String fileDigest, String as, String source, String settings) {}

    /**
     * An import, finished or not.
     *
     * @param rows rows of the file that are done
     * @param errorBytes length of the error file that belongs to those rows
     */
    record Run(long id, long rows, long errorBytes, ImportCounts counts, boolean finished) {}

    /**
     * All runs together.
     *
     * @param unfinished runs that did not come to their end (yet)
     */
    record Totals(ImportCounts counts, long unfinished) {}

    Totals totals() {
        ImportCounts counts = ImportCounts.NONE;
        long unfinished = 0;
        for (Run run : jdbc.sql("select * from import_run").query(this::run).list()) {
            counts = counts.plus(run.counts());
            unfinished += run.finished() ? 0 : 1;
        }
        return new Totals(counts, unfinished);
    }

    private Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getLong("rows_done"),
                row.getLong("error_bytes"),
                json.readValue(row.getString("counts"), ImportCounts.class),
                row.getTimestamp("finished_at") != null);
    }

    /** The latest run of a file. */
    Optional<Run> latest(Key key) {
        return jdbc.sql(
                        """
                        select * from import_run where file_digest = :digest and taken_as = :as and source = :source
                            and settings = :settings order by id desc limit 1""")
                .param("digest", key.fileDigest())
                .param("as", key.as())
                .param("source", key.source())
                .param("settings", key.settings())
                .query(this::run)
                .optional();
    }

    Run start(Key key, Instant at) {
        long id = jdbc.sql(
                        """
                        insert into import_run (file_digest, taken_as, source, settings, counts, started_at)
                        values (:digest, :as, :source, :settings, :counts::jsonb, :at) returning id""")
                .param("digest", key.fileDigest())
                .param("as", key.as())
                .param("source", key.source())
                .param("settings", key.settings())
                .param("counts", json.writeValueAsString(ImportCounts.NONE))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        return new Run(id, 0, 0, ImportCounts.NONE, false);
    }

    /**
     * Opens a chunk: waits until no other import is inside one, until the transaction ends.
     *
     * <p>The planner takes a table that was empty a moment ago for a small one and would read all of it for each of
     * thousands of look-ups; in a chunk every look-up goes by index.
     */
    void lock() {
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
    }

    void checkpoint(long id, long rows, long errorBytes, ImportCounts counts) {
        jdbc.sql(
                        """
                        update import_run set rows_done = :rows, error_bytes = :bytes, counts = :counts::jsonb
                        where id = :id""")
                .param("rows", rows)
                .param("bytes", errorBytes)
                .param("counts", json.writeValueAsString(counts))
                .param("id", id)
                .update();
    }

    void finish(long id, Instant at) {
        jdbc.sql("update import_run set finished_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }
}
