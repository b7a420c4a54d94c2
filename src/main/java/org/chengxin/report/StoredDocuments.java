package org.chengxin.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of issued documents in PostgreSQL, table {@code issued_document}. */
final class StoredDocuments implements IssuedDocuments {

    private static final String SELECT =
            "select number, kind, subject_id, language, issued_at, file_digest, content_digest,"
                    + " record_ids from issued_document where ";

    private final JdbcClient jdbc;

    StoredDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(IssuedDocument document) {
        jdbc.sql("insert into issued_document (number, kind, subject_id, language, issued_at, file_digest,"
                        + " content_digest, record_ids) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        document.number(),
                        document.kind(),
                        document.subjectId(),
                        document.language(),
                        document.issuedAt().atOffset(ZoneOffset.UTC),
                        document.fileDigest(),
                        document.contentDigest(),
                        document.recordIds().toArray(String[]::new))
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

    private static IssuedDocument document(ResultSet row) throws SQLException {
        Array ids = row.getArray("record_ids");
        return new IssuedDocument(
                row.getString("number"),
                row.getString("kind"),
                row.getString("subject_id"),
                row.getString("language"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getBytes("file_digest"),
                row.getBytes("content_digest"),
                List.of((String[]) ids.getArray()));
    }
}
