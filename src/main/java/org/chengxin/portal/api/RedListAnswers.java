package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chengxin.portal.api.Answers.Total;
import org.jspecify.annotations.Nullable;

/** The bodies of answers about the red list; as in {@link Answers} every field is there. */
final class RedListAnswers {

    private RedListAnswers() {}

    @Schema(description = "A page of the red list as it is now, in the order of the ids.")
    record RedListPage(
            List<RedListEntry> items,
            Total total,
            @Schema(
                            description =
                                    "Ask for the changes after it once you have all pages; the same on all of them, so nothing is missed.")
                    String timepoint,
            @Schema(description = "Asks for the next page; null on the last one.") @Nullable String cursor) {}

    @Schema(description = "An entry of the red list: an honour as the body that determined it states it.")
    record RedListEntry(
            @Schema(description = "Id of the entry, and of its record.") String id,
            RedListSubject subject,
            String honour,
            @Schema(description = "Year it was determined for.") @Nullable String year,
            @Nullable String documentNumber,
            @Schema(description = "Body that determined it.") @Nullable String authority,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate validUntil,
            @Schema(description = "Moment from which on it must not be used any more; null for an open end.") @Nullable
                    Instant until) {}

    @Schema(description = "A subject on the red list.")
    record RedListSubject(String id, String name, @Nullable String uscc, @Nullable String region) {}

    @Schema(description = "What changed on the red list, in order: each entry once, as it is now.")
    record RedListChanges(
            List<RedListChange> items,
            @Schema(description = "Send it as `after` the next time.") String timepoint,
            @Schema(description = "Whether more is there already.") boolean more) {}

    @Schema(description = "A change of one entry.")
    record RedListChange(
            String timepoint,
            @Schema(
                            description =
                                    "`put`: it is new or another now, keep `entry`; `gone`: delete it, for whatever reason. More may come.")
                    String op,
            @Schema(description = "Id of the entry.") String id,
            @Schema(description = "Null when it is gone.") @Nullable RedListEntry entry) {}
}
