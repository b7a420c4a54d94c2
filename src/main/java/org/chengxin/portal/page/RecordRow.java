package org.chengxin.portal.page;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.search.RecordHit;
import org.jspecify.annotations.Nullable;

/**
 * A record in a list that spans subjects.
 *
 * @param decidedOn day of the decision, null when unknown
 * @param publishedOn day on which it came into publication
 * @param mark that it is under objection, null when it is not
 */
public record RecordRow(
        String href,
        String title,
        String type,
        String subject,
        String subjectHref,
        @Nullable String authority,
        @Nullable String documentNumber,
        @Nullable String decidedOn,
        String publishedOn,
        @Nullable Mark mark) {

    /** What tells it from others of the same title: its subject, and its document number or else its day. */
    public String told() {
        return Stream.of(subject, documentNumber == null ? decidedOn : documentNumber)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** @param underObjection ids of records that are under objection */
    static RecordRow of(RecordHit hit, Set<String> underObjection, PageRequest request, Labels labels) {
        String subject = "/s/" + hit.subjectId();
        return new RecordRow(
                request.href(subject + "/records/" + hit.id(), Map.of()),
                labels.title(hit),
                labels.type(hit.type()),
                hit.subjectName(),
                request.href(subject, Map.of()),
                hit.authority(),
                hit.documentNumber(),
                hit.decidedOn() == null ? null : hit.decidedOn().toString(),
                hit.publishedOn().toString(),
                underObjection.contains(hit.id()) ? Mark.pending(request.words()) : null);
    }
}
