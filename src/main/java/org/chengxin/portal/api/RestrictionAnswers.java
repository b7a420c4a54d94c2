package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.portal.api.Answers.Coverage;
import org.chengxin.portal.api.Answers.SubjectReference;
import org.jspecify.annotations.Nullable;

/** The bodies of answers about joint measures; as in {@link Answers} every field is there. */
final class RestrictionAnswers {

    private RestrictionAnswers() {}

    private static final String VALID_UNTIL =
            "Moment from which on the first of them does not stand any more: what you keep must not be used beyond it. Null "
                    + "when none has an end.";
    private static final String UNKNOWN =
            "Departments that were not taken in for so long that what they know today is not known here.";
    private static final String AS_OF =
            "All other departments were taken in at this moment or later; null when there is none.";

    @Schema(description = "Joint measures (失信惩戒措施) that stand against one subject now.")
    record SubjectRestrictions(
            SubjectReference subject,
            List<RestrictionItem> restricted,
            @Schema(description = VALID_UNTIL) @Nullable Instant validUntil,
            @Schema(description = UNKNOWN) List<Coverage> unknown,
            @Schema(description = AS_OF) @Nullable Instant asOf) {}

    @Schema(description = "A joint measure.")
    record RestrictionItem(
            @Schema(description = "Id of the record that states it.") String record,
            String measure,
            @Schema(description = "Its code in the national list of measures.") @Nullable String code,
            @Schema(description = "Edition of that list.") @Nullable String edition,
            @Schema(description = "What it is applied to.") @Nullable String purpose,
            @Schema(description = "The same in words.") @Nullable String purposeName,
            @Nullable String basis,
            @Schema(description = "Document number of the list decision it rests on.") @Nullable String listDecision,
            @Nullable String executingBody,
            @Schema(description = "First day it is in force.") LocalDate from,
            @Schema(description = "Last day it is in force; null for an open end.") @Nullable LocalDate until) {}

    @Schema(
            description =
                    "Joint measures that stand against many subjects now. Each row has its answer in `results` or `problems`.")
    record RestrictionBatch(
            List<RestrictionRow> results,
            @Schema(description = "Rows that could not be answered; the others are.") List<RowProblem> problems,
            @Schema(description = UNKNOWN) List<Coverage> unknown,
            @Schema(description = AS_OF) @Nullable Instant asOf) {}

    @Schema(description = "The answer to one row.")
    record RestrictionRow(
            @Schema(description = "Number of the row, from 1.") int row,
            SubjectReference subject,
            @Schema(description = "Whether it is what the `etag` of the row stands for.") boolean unchanged,
            @Schema(description = "Null when it is unchanged.") @Nullable List<RestrictionItem> restricted,
            @Schema(description = VALID_UNTIL) @Nullable Instant validUntil,
            @Schema(description = "Stands for this answer: send it with the row the next time.") String etag) {}

    @Schema(description = "Why a row was not answered.")
    record RowProblem(
            @Schema(description = "Number of the row, from 1.") int row,
            @Schema(
                            description =
                                    "`malformed`: neither an id nor a code; `not-found`: not there, not public, or a natural person. More may come.")
                    String reason,
            @Schema(description = "The same in words.") String detail) {}
}
