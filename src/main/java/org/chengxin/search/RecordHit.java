package org.chengxin.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published record found.
 *
 * @param exact whether its document number (文号) is the one asked for, however it is written
 * @param score 0 when browsing
 * @param highlight the title cut in pieces
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
        boolean exact,
        double score,
        List<SubjectHit.Piece> highlight) {}
