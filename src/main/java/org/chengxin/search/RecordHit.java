package org.chengxin.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A published record found; {@code highlight} is the title cut in pieces, {@code score} 0 when browsing. */
public record RecordHit(
        String id,
        String subjectId,
        String subjectName,
        String type,
        String title,
        @Nullable String authority,
        @Nullable String documentNumber,
        @Nullable LocalDate decidedOn,
        double score,
        List<SubjectHit.Piece> highlight) {}
