package org.chengxin.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published record found.
 *
 * @param publishedOn day on which it came into publication
 * @param exact whether its document number (文号) is the one asked for, however it is written
 * @param score 0 when browsing
 * @param highlight the title cut in pieces, what was asked for marked
 * @param matched where else it was found, the best first: a field of the catalogue and the part of its value around what
 *     was asked for; empty when browsing
 */
public record RecordHit(
        String id,
        String subjectId,
        String subjectName,
        String type,
        String title,
        @Nullable String authority,
        @Nullable String documentNumber,
        @Nullable LocalDate decidedOn,
        LocalDate publishedOn,
        boolean exact,
        double score,
        List<SubjectHit.Piece> highlight,
        List<Snippet> matched) {

    /**
     * A part of a value of the record.
     *
     * @param field name of the field in the catalogue
     * @param pieces the part, cut where marks begin and end; … stands for what was left out before or after it
     */
    public record Snippet(String field, List<SubjectHit.Piece> pieces) {}
}
