package org.chengxin.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches of reports in PostgreSQL, tables {@code report_batch} and {@code report_batch_row}. Blocks. */
final class BatchStore {

    private static final String ROW = "batch, place, subject, state, number, forgotten_at";

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch that its holder waits for; part of the caller's transaction. */
    void add(ReportBatch batch, String holder, List<String> subjects, Instant wantedUntil) {
        jdbc.sql("insert into report_batch (id, holder, language, created_at, wanted_until, kept_until)"
                        + " values (:id, :holder, :language, :created, :wanted, :kept)")
                .param("id", batch.id())
                .param("holder", holder)
                .param("language", batch.language().toLanguageTag())
                .param("created", moment(batch.createdAt()))
                .param("wanted", moment(wantedUntil))
                .param("kept", moment(batch.keptUntil()))
                .update();
        jdbc.sql(
                        "insert into report_batch_row (batch, place, subject)"
                                + " select :id, place, subject from unnest(:subjects) with ordinality as asked (subject, place)")
                .param("id", batch.id())
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }

    /** Ends of the batches that a holder has, the first to end first. */
    List<Instant> ends(String holder, Instant now) {
        return jdbc.sql("select kept_until from report_batch where holder = ? and kept_until > ? order by kept_until")
                .params(holder, moment(now))
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    Optional<ReportBatch> find(String id, String holder, Instant now) {
        return jdbc.sql(
                        """
                        with waiting as (
                            select o.id, o.holder, o.turn, count(*) as rows
                            from report_batch o join report_batch_row r on r.batch = o.id and r.state is null
                            where o.wanted_until > :now and o.kept_until > :now group by o.id)
                        select b.id, b.language, b.created_at, b.kept_until,
                            (select count(*) from report_batch_row r where r.batch = b.id) as total,
                            (select count(*) from report_batch_row r where r.batch = b.id and r.state is not null) as made,
                            (select count(forgotten_at) from report_batch_row r where r.batch = b.id) as dropped,
                            own.batches as ahead,
                            own.rows + (select coalesce(sum(least(other.rows, own.rows + 1)), 0)
                                from (select sum(rows) as rows from waiting where holder <> b.holder group by holder) other)
                                as reports_ahead
                        from report_batch b cross join lateral (
                            select count(*) as batches, coalesce(sum(rows), 0) as rows from waiting w
                            where w.holder = b.holder and w.turn < b.turn) own
                        where b.id = :id and b.holder = :holder and b.kept_until > :now""")
                .param("id", id)
                .param("holder", holder)
                .param("now", moment(now))
                .query((row, n) -> new ReportBatch(
                        row.getString("id"),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getInt("ahead"),
                        row.getInt("reports_ahead"),
                        row.getInt("made"),
                        row.getInt("total"),
                        row.getInt("dropped"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("kept_until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Somebody waits for it now: it is wanted for that long. Written once in a while, however often it is asked. */
    void wanted(String id, Instant now, Duration grace) {
        jdbc.sql("update report_batch set wanted_until = :until"
                        + " where id = :id and (wanted_until < :soon or wanted_until > :until)")
                .param("id", id)
                .param("until", moment(now.plus(grace)))
                .param("soon", moment(now.plus(grace.dividedBy(2))))
                .update();
    }

    /** Ends a batch with all that is kept in it; returns whether the holder had it. */
    boolean end(String id, String holder) {
        return jdbc.sql("delete from report_batch where id = ? and holder = ?")
                        .params(id, holder)
                        .update()
                > 0;
    }

    /** Ends those whose time has come. */
    void tidy(Instant now) {
        jdbc.sql("delete from report_batch where kept_until <= ?")
                .param(moment(now))
                .update();
    }

    /**
     * The row whose turn it is, held by the transaction of the caller; what another one holds is left out. Of each holder the
     * batches come in the order they were asked for.
     *
     * @param served whose turn was the last; the next holder in the order of their names comes now
     */
    Optional<Turn> turn(Instant now, String served) {
        // rows are looked at batch by batch until one is free: none is held that is not made
        return jdbc.sql(
                        """
                        select r.*, b.holder, b.language
                        from (select * from report_batch b
                            where b.wanted_until > :now and b.kept_until > :now
                            and exists (select from report_batch_row r where r.batch = b.id and r.state is null)
                            order by b.holder <= :served, b.holder, b.turn) b
                        cross join lateral (select %s, file from report_batch_row
                            where batch = b.id and state is null order by place limit 1 for update skip locked) r
                        limit 1"""
                                .formatted(ROW))
                .param("now", moment(now))
                .param("served", served)
                .query((row, n) ->
                        new Turn(row(row), row.getString("holder"), Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }

    /** What came of a row. */
    void made(BatchRow row, BatchRow.State state, @Nullable Report report) {
        jdbc.sql("update report_batch_row set state = :state, number = :number, file = :file"
                        + " where batch = :batch and place = :place")
                .param("state", state.code())
                .param("number", report == null ? null : report.number(), Types.VARCHAR)
                .param("file", report == null ? null : report.pdf(), Types.BINARY)
                .param("batch", row.batch())
                .param("place", row.place())
                .update();
    }

    /** Keeps a report no longer, whatever batch it is of. */
    void forget(String number, Instant now) {
        jdbc.sql("update report_batch_row set file = null, forgotten_at = ? where number = ? and file is not null")
                .params(moment(now), number)
                .update();
    }

    /** Rows after a place, waiting ones too; none when the batch has ended, or that was its last. */
    List<BatchRow> after(String batch, int place, int limit) {
        return after("file", batch, place, limit).query((row, n) -> row(row)).list();
    }

    /** The same with as many zeros in place of each report: how long it is, without reading it. */
    List<BatchRow> hollowAfter(String batch, int place, int limit) {
        return after("octet_length(file) as bytes", batch, place, limit)
                .query((row, n) -> {
                    int bytes = row.getInt("bytes");
                    return row(row, row.wasNull() ? null : new byte[bytes]);
                })
                .list();
    }

    private JdbcClient.StatementSpec after(String file, String batch, int place, int limit) {
        return jdbc.sql("select " + ROW + ", " + file
                        + " from report_batch_row where batch = ? and place > ? order by place limit ?")
                .params(batch, place, limit);
    }

    /** A row, whose it is, and the language of its report. */
    record Turn(BatchRow row, String holder, Locale language) {}

    private static BatchRow row(ResultSet row) throws SQLException {
        return row(row, row.getBytes("file"));
    }

    private static BatchRow row(ResultSet row, byte @Nullable [] file) throws SQLException {
        String state = row.getString("state");
        OffsetDateTime forgotten = row.getObject("forgotten_at", OffsetDateTime.class);
        return new BatchRow(
                row.getString("batch"),
                row.getInt("place"),
                row.getString("subject"),
                state == null ? null : Codes.require(BatchRow.State.class, state),
                row.getString("number"),
                file,
                forgotten == null ? null : forgotten.toInstant(),
                null);
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
