package org.chengxin.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row read and checked, not yet matched.
 *
 * @param subject whom it states or is about, null when refused or skipped
 * @param record the record it states, null for rows of subjects
 * @param skipped whether it is about another record type
 */
record ParsedRow(
        long line,
        @Nullable SubjectDraft subject,
        @Nullable RecordDraft record,
        List<Problem> problems,
        boolean skipped) {

    static ParsedRow refused(RowCells cells) {
        return new ParsedRow(cells.line(), null, null, cells.problems(), false);
    }
}
