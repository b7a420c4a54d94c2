package org.chengxin.report;

import java.time.Instant;
import java.util.Locale;
import org.chengxin.proof.Manifest;
import org.chengxin.shared.Codes;

/**
 * How a batch of reports stands.
 *
 * @param language of its reports
 * @param ahead batches of the same holder that are made before it goes on
 * @param reportsAhead reports, of all holders, that are made before the next of this one, at most: holders take turns
 * @param made rows that had their turn, whether a report came of them or not
 * @param total rows
 * @param dropped reports of it that ceased to hold, as far as that is known
 * @param keptUntil when it ends, with all reports in it
 */
public record ReportBatch(
        String id,
        Locale language,
        int ahead,
        int reportsAhead,
        int made,
        int total,
        int dropped,
        Instant createdAt,
        Instant keptUntil) {

    /** Rows of a batch at most. */
    public static final int MOST_ROWS = Manifest.MOST_DOCUMENTS;

    /** What happens to a batch now. */
    public enum State {
        /** Others of its holder come first. */
        QUEUED,
        RUNNING,
        /** All rows had their turn. */
        DONE;

        /** Public code, e.g. {@code queued}. */
        public String code() {
            return Codes.of(this);
        }
    }

    /** What happens to it now. */
    public State state() {
        if (made == total) {
            return State.DONE;
        }
        return ahead > 0 ? State.QUEUED : State.RUNNING;
    }
}
