package org.chengxin.report;

import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.chengxin.proof.Manifest;
import org.chengxin.proof.Statement;
import org.chengxin.proof.Statements;
import org.chengxin.record.Archive;
import org.chengxin.shared.CreditCode;
import org.jspecify.annotations.Nullable;

/** Makes the signed statement of a document from what it shows. */
final class DocumentStatements {

    /** A document is not a standing certificate: after a year nobody should go by it, even when nothing changed. */
    private static final Period LONGEST = Period.ofYears(1);

    private final Statements statements;
    private final Issuer issuer;

    DocumentStatements(Statements statements, Issuer issuer) {
        this.statements = statements;
        this.issuer = issuer;
    }

    /** @param end see {@link #end} */
    String of(String number, Content content, byte[] digest, Instant now, Instant end) {
        Archive.SubjectView subject = content.archive().subject();
        CreditCode code = subject.uscc();
        return statements.sign(new Statement(
                issuer.url(),
                number,
                content.scope().kind().code(),
                code == null ? subject.id() : code.value(),
                subject.name(),
                now,
                end,
                digest,
                content.scope().asOf(),
                content.scope().part()));
    }

    /**
     * Of the manifest of a batch.
     *
     * @param end of the report that ends first; null when there is none
     */
    String of(ReportBatch batch, byte[] digest, Instant now, @Nullable Instant end) {
        return statements.sign(new Manifest(issuer.url(), batch.id(), digest, now, end));
    }

    /** When the first of the records shown leaves publication, or a year from now. */
    Instant end(Archive archive, Instant now) {
        ZonedDateTime year = now.atZone(issuer.zone()).plus(LONGEST);
        return Stream.concat(
                        archive.records().stream()
                                .map(Archive.RecordView::publicUntil)
                                .filter(Objects::nonNull),
                        Stream.of(year.toInstant()))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
