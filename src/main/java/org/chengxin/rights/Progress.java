package org.chengxin.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an objection is, for whoever holds its code: nothing that its filer wrote.
 *
 * @param subjectId subject it is about, null when it was named in words
 * @param recordId record it is about, null for the subject itself
 * @param steps what was done so far, in order
 * @param clock the clock that runs now, null once answered
 */
public record Progress(
        ObjectionState state,
        @Nullable String subjectId,
        @Nullable String recordId,
        String reason,
        int evidence,
        List<Step> steps,
        @Nullable Deadline clock) {

    /**
     * A state that was reached.
     *
     * @param words what the filer is told, null for nothing
     */
    public record Step(ObjectionState state, Instant at, @Nullable String words) {}

    /**
     * A running clock.
     *
     * @param step the state that shall be reached
     * @param workingDays the whole period
     * @param until its last day
     * @param left working days left, negative when it has run out
     */
    public record Deadline(ObjectionState step, int workingDays, LocalDate until, int left) {}
}
