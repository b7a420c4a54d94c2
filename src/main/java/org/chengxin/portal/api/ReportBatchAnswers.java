package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The bodies of answers about batches of reports; as in {@link Answers} every field is there. */
final class ReportBatchAnswers {

    private ReportBatchAnswers() {}

    @Schema(name = "ReportBatch", description = "How a batch of reports stands.")
    record BatchAnswer(
            String id,
            @Schema(description = "`queued` while others of the same key come first, `running`, `done`.") String state,
            @Schema(description = "Batches of the same key that are made before this one goes on.") int ahead,
            @Schema(
                            description =
                                    "Reports, of all keys, that are made before the next of this batch, at most: keys take "
                                            + "turns, one report each.")
                    int reportsAhead,
            @Schema(description = "Rows that had their turn, whether a report came of them or not.") int made,
            @Schema(description = "Rows that were sent.") int total,
            @Schema(description = "Language of the reports.") String language,
            Instant createdAt,
            @Schema(description = "Moment at which the batch ends, with all that is in it.") Instant keptUntil,
            @Schema(description = "Address of the ZIP.") String reports) {}
}
