package org.chengxin.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.shared.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of issued documents in PostgreSQL, table {@code issued_document}. */
final class StoredDocuments implements IssuedDocuments {

    private static final String SELECT =
            "select number, kind, types, decided_from, decided_to, site, as_of, purpose, subject_id, language, issued_at, valid_until,"
                    + " file_digest, content_digest, record_ids from issued_document where ";

    private final JdbcClient jdbc;

    StoredDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(IssuedDocument document) {
        Instant end = document.validUntil();
        Scope scope = document.scope();
        jdbc.sql(
                        "insert into issued_document (number, kind, types, decided_from, decided_to, site, as_of, purpose, subject_id, language,"
                                + " issued_at, valid_until, file_digest, content_digest, record_ids) values (:number, :kind,"
                                + " :types, :from, :to, :site, :asOf, :purpose, :subject, :language, :issued, :end, :file, :content, :records)")
                .param("number", document.number())
                .param("kind", scope.kind().code())
                .param("types", scope.types().toArray(String[]::new))
                .param("from", scope.from(), Types.DATE)
                .param("to", scope.to(), Types.DATE)
                .param("site", scope.site(), Types.VARCHAR)
                .param("asOf", scope.asOf() == null ? null : moment(scope.asOf()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("purpose", scope.purpose() == null ? null : Codes.of(scope.purpose()), Types.VARCHAR)
                .param("subject", document.subjectId())
                .param("language", document.language())
                .param("issued", moment(document.issuedAt()))
                .param("end", end == null ? null : moment(end), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("file", document.fileDigest())
                .param("content", document.contentDigest())
                .param("records", document.recordIds().toArray(String[]::new))
                .update();
    }

    @Override
    public Optional<IssuedDocument> byNumber(String number) {
        return jdbc.sql(SELECT + "number = ?")
                .param(number)
                .query((row, n) -> document(row))
                .optional();
    }

    @Override
    public Optional<IssuedDocument> byFile(byte[] digest) {
        return jdbc.sql(SELECT + "file_digest = ? limit 1")
                .param(digest)
                .query((row, n) -> document(row))
                .optional();
    }

    @Override
    public List<IssuedDocument> due(Instant now, Instant latest, int limit) {
        // later than any: it was set by a clock that was ahead
        return jdbc.sql(SELECT + "superseded_at is null and (check_due <= :now or check_due > :latest)"
                        + " and coalesce(valid_until, 'infinity') > :now"
                        + " order by check_due limit :limit for update skip locked")
                .param("now", moment(now))
                .param("latest", moment(latest))
                .param("limit", limit)
                .query((row, n) -> document(row))
                .list();
    }

    @Override
    public void checked(List<String> numbers, Instant next) {
        jdbc.sql("update issued_document set check_due = :next where number = any(:numbers)")
                .param("next", moment(next))
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }

    @Override
    public void superseded(List<String> numbers, Instant now) {
        jdbc.sql("update issued_document set superseded_at = :now where number = any(:numbers)")
                .param("now", moment(now))
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }

    @Override
    public List<String> superseded(Instant now) {
        return jdbc.sql("select number from issued_document where superseded_at is not null"
                        + " and coalesce(valid_until, 'infinity') > ?")
                .param(moment(now))
                .query(String.class)
                .list();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static IssuedDocument document(ResultSet row) throws SQLException {
        List<String> records = texts(row, "record_ids");
        OffsetDateTime validUntil = row.getObject("valid_until", OffsetDateTime.class);
        return new IssuedDocument(
                row.getString("number"),
                scope(row, records),
                row.getString("subject_id"),
                row.getString("language"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                validUntil == null ? null : validUntil.toInstant(),
                row.getBytes("file_digest"),
                row.getBytes("content_digest"),
                records);
    }

    private static Scope scope(ResultSet row, List<String> records) throws SQLException {
        DocumentKind kind = Codes.require(DocumentKind.class, row.getString("kind"));
        OffsetDateTime asOf = row.getObject("as_of", OffsetDateTime.class);
        String purpose = row.getString("purpose");
        return new Scope(
                kind,
                Set.copyOf(texts(row, "types")),
                row.getObject("decided_from", LocalDate.class),
                row.getObject("decided_to", LocalDate.class),
                kind == DocumentKind.COMMITMENT ? records.get(0) : null,
                row.getString("site"),
                asOf == null ? null : asOf.toInstant(),
                purpose == null ? null : Codes.require(Purpose.class, purpose));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
