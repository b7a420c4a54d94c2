package org.chengxin.transparency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log in PostgreSQL, tables {@code log_*}. Blocks. */
final class LogStore implements MerkleProofs.Nodes {

    /** What an entry can be about. */
    static final String RECORD = "record";

    static final String DOCUMENT = "document";
    static final String SUBJECT = "subject";

    private static final String ENTRY = "select e.position, e.op, e.at, e.commitment";

    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A head as it was signed. */
    record Head(long size, Instant at, byte[] root, String statement) {}

    /** What tells which entry is about what; while it is there, it can be told. */
    record Opening(LogEntry entry, String reference, byte[] salt) {}

    /** A row of the queue. */
    record Due(long seq, String kind, String reference) {}

    /** Holds all other writers of the log until the transaction of the caller ends. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('chengxin-transparency-log', 0))::text")
                .query(String.class)
                .optional();
    }

    List<Due> due(int limit) {
        return jdbc.sql("select seq, kind, reference from log_due order by seq limit ?")
                .param(limit)
                .query((row, n) -> new Due(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Subjects with a record whose time has run out. */
    List<String> runOut(Instant now, int limit) {
        return jdbc.sql("select distinct subject_id from log_opening where until <= ? limit ?")
                .params(moment(now), limit)
                .query(String.class)
                .list();
    }

    void done(List<Due> due) {
        jdbc.sql("delete from log_due where seq = any(?)")
                .param(due.stream().map(Due::seq).toArray(Long[]::new))
                .update();
    }

    /** All subjects with something in publication are to be compared again. */
    void allDue() {
        jdbc.sql("insert into log_due (kind, reference) select distinct 'subject', subject_id from record"
                        + " where state = 'published'")
                .update();
    }

    /** Openings of records of the given subjects. */
    List<Opening> ofSubjects(Collection<String> subjects) {
        return jdbc.sql(ENTRY + ", o.reference, o.salt from log_opening o join log_entry e using (position)"
                        + " where o.subject_id = any(?) order by o.position")
                .param(subjects.toArray(String[]::new))
                .query((row, n) -> opening(row))
                .list();
    }

    Optional<Opening> opening(String kind, String reference) {
        return jdbc.sql(ENTRY + ", o.reference, o.salt from log_opening o join log_entry e using (position)"
                        + " where o.kind = ? and o.reference = ?")
                .params(kind, reference)
                .query((row, n) -> opening(row))
                .optional();
    }

    void add(LogEntry entry) {
        jdbc.sql("insert into log_entry (position, op, at, commitment) values (?, ?, ?, ?)")
                .params(entry.position(), entry.op().code(), moment(entry.at()), entry.commitment())
                .update();
    }

    void addNode(int level, long position, byte[] hash) {
        jdbc.sql("insert into log_node (level, position, hash) values (?, ?, ?)")
                .params(level, position, hash)
                .update();
    }

    void open(
            long position,
            String kind,
            String reference,
            @Nullable String subject,
            byte[] salt,
            @Nullable Instant end) {
        jdbc.sql("insert into log_opening (position, kind, reference, subject_id, salt, until)"
                        + " values (:position, :kind, :reference, :subject, :salt, :until)")
                .param("position", position)
                .param("kind", kind)
                .param("reference", reference)
                .param("subject", subject)
                .param("salt", salt)
                .param("until", end == null ? null : moment(end), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Destroys the salt: what the entry was about can be told by nobody any more. */
    void forget(long position) {
        jdbc.sql("delete from log_opening where position = ?").param(position).update();
    }

    long size() {
        return jdbc.sql("select coalesce(max(position) + 1, 0) from log_entry")
                .query(Long.class)
                .single();
    }

    Optional<LogEntry> entry(long position) {
        return entries(position, 1).stream()
                .filter(entry -> entry.position() == position)
                .findFirst();
    }

    /** Entries from a position on. */
    List<LogEntry> entries(long from, int limit) {
        return jdbc.sql(ENTRY + " from log_entry e where e.position >= ? order by e.position limit ?")
                .params(from, limit)
                .query((row, n) -> entry(row))
                .list();
    }

    @Override
    public byte[] at(int level, long position) {
        return jdbc.sql("select hash from log_node where level = ? and position = ?")
                .params(level, position)
                .query(byte[].class)
                .single();
    }

    Optional<Head> head() {
        return jdbc.sql("select size, at, root, statement from log_head order by size desc limit 1")
                .query((row, n) -> new Head(row.getLong(1), instant(row, "at"), row.getBytes(3), row.getString(4)))
                .optional();
    }

    void add(Head head) {
        jdbc.sql("insert into log_head (size, at, root, statement) values (?, ?, ?, ?)")
                .params(head.size(), moment(head.at()), head.root(), head.statement())
                .update();
    }

    /** What an issued document is bound to, as JSON; empty for an unknown number. */
    Optional<String> document(String number) {
        return jdbc.sql("select jsonb_build_object('document', number, 'kind', kind, 'issuedAt',"
                        + " to_char(issued_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'file',"
                        + " encode(file_digest, 'hex'), 'shown', encode(content_digest, 'hex'))::text"
                        + " from issued_document where number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(entry(row), row.getString("reference"), row.getBytes("salt"));
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("position"),
                Codes.require(LogEntry.Op.class, row.getString("op")),
                instant(row, "at"),
                row.getBytes("commitment"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
