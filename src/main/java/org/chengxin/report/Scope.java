package org.chengxin.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.record.Archive;
import org.chengxin.site.SiteProofs;
import org.jspecify.annotations.Nullable;

/**
 * What of a subject a document is about.
 *
 * @param types codes of the types of record that were chosen, only of a {@link DocumentKind#CREDIT_QUERY}
 * @param from first day of decision that counts, null for an open beginning
 * @param to last day of decision that counts, null for an open end
 * @param record id of the one record, only of a {@link DocumentKind#COMMITMENT}
 * @param site host in ASCII without {@code www.}, only of a {@link DocumentKind#SITE}
 */
public record Scope(
        DocumentKind kind,
        Set<String> types,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String record,
        @Nullable String site) {

    public Scope {
        types = Set.copyOf(types);
    }

    /** All there is: for a report, the identity of the subject, or the red list. */
    public static Scope of(DocumentKind kind) {
        return new Scope(kind, Set.of(), null, null, null, null);
    }

    /** Records of the given types, decided in a period; one without a date of decision always counts. */
    public static Scope query(Set<String> types, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Scope(DocumentKind.CREDIT_QUERY, types, from, to, null, null);
    }

    public static Scope commitment(String record) {
        return new Scope(DocumentKind.COMMITMENT, Set.of(), null, null, record, null);
    }

    /** {@code domain}: as somebody writes it. */
    public static Scope site(String domain) {
        return new Scope(DocumentKind.SITE, Set.of(), null, null, null, SiteProofs.host(domain));
    }

    /** The part of an archive that the document shows: of the subject no more than the page says of it. */
    Archive of(Archive archive) {
        if (kind == DocumentKind.CREDIT_REPORT) {
            return archive;
        }
        List<Archive.RecordView> records =
                archive.records().stream().filter(this::shows).toList();
        return new Archive(subject(archive.subject()), records, List.of(), null, archive.now());
    }

    private boolean shows(Archive.RecordView view) {
        LocalDate decided = view.decidedOn();
        return switch (kind) {
            case CREDIT_REPORT -> true;
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
