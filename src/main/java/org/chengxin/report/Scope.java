package org.chengxin.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.chengxin.site.SiteProofs;
import org.jspecify.annotations.Nullable;

/**
 * What of a subject a document is about.
 *
 * @param types codes of the types of record that were chosen, of a {@link DocumentKind#CREDIT_QUERY}, or of a
 *     {@link DocumentKind#CREDIT_REPORT} of some sections; empty for all
 * @param from first day of decision that counts, null for an open beginning
 * @param to last day of decision that counts, null for an open end
 * @param record id of the one record, only of a {@link DocumentKind#COMMITMENT}
 * @param site host in ASCII without {@code www.}, only of a {@link DocumentKind#SITE}
 * @param asOf moment in the past of which a {@link DocumentKind#CREDIT_REPORT} tells; null for that of its issue
 * @param purpose what the reader states that a {@link DocumentKind#CREDIT_REPORT} is for; null when nothing was stated
 */
public record Scope(
        DocumentKind kind,
        Set<String> types,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String record,
        @Nullable String site,
        @Nullable Instant asOf,
        @Nullable Purpose purpose) {

    public Scope {
        types = Set.copyOf(types);
    }

    /** All there is: for a report, the identity of the subject, or the red list. */
    public static Scope of(DocumentKind kind) {
        return new Scope(kind, Set.of(), null, null, null, null, null, null);
    }

    /** Records of the given types, decided in a period; one without a date of decision always counts. */
    public static Scope query(Set<String> types, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Scope(DocumentKind.CREDIT_QUERY, types, from, to, null, null, null, null);
    }

    /**
     * A report of some types of record, all that are public when none is named.
     *
     * @param asOf what had been published then and may still be shown; null for now
     */
    public static Scope report(Set<String> types, @Nullable Instant asOf, @Nullable Purpose purpose) {
        return new Scope(DocumentKind.CREDIT_REPORT, types, null, null, null, null, asOf, purpose);
    }

    public static Scope commitment(String record) {
        return new Scope(DocumentKind.COMMITMENT, Set.of(), null, null, record, null, null, null);
    }

    /** {@code domain}: as somebody writes it. */
    public static Scope site(String domain) {
        return new Scope(DocumentKind.SITE, Set.of(), null, null, null, SiteProofs.host(domain), null, null);
    }

    /** The part of an archive that the document shows: of the subject no more than the page says of it. */
    Archive of(Archive archive) {
        List<Archive.RecordView> records =
                archive.records().stream().filter(this::shows).toList();
        if (kind == DocumentKind.CREDIT_REPORT) {
            return new Archive(archive.subject(), records, archive.branches(), archive.company(), archive.now());
        }
        return new Archive(subject(archive.subject()), records, List.of(), null, archive.now());
    }

    /** Whether it is a report of some types only. */
    boolean part() {
        return kind == DocumentKind.CREDIT_REPORT && !types.isEmpty();
    }

    /** Whether a report tells of this type: what it leaves out it does not call absent. */
    boolean covers(RecordType type) {
        return types.isEmpty() || types.contains(type.code());
    }

    private boolean shows(Archive.RecordView view) {
        LocalDate decided = view.decidedOn();
        return switch (kind) {
            case CREDIT_REPORT -> covers(view.type());
            case CREDIT_QUERY ->
                types.contains(view.type().code())
                        && (decided == null
                                || ((from == null || !decided.isBefore(from)) && (to == null || !decided.isAfter(to))));
            case COMMITMENT -> view.type().document() == kind && view.id().equals(record);
            case IDENTITY, SITE, RED_LIST -> view.type().document() == kind;
        };
    }

    private Archive.SubjectView subject(Archive.SubjectView whole) {
        boolean identity = kind == DocumentKind.IDENTITY;
        return new Archive.SubjectView(
                whole.id(),
                whole.kind(),
                whole.name(),
                whole.uscc(),
                List.of(),
                identity ? whole.names() : List.of(),
                whole.region(),
                null,
                whole.status(),
                identity ? whole.representative() : null,
                identity ? whole.registeredOn() : null,
                null,
                null,
                null,
                null,
                null);
    }
}
