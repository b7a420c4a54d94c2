package org.chengxin.report;

import java.time.Instant;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;

/**
 * One row of a batch.
 *
 * @param place from 1
 * @param subject id or code as it was sent
 * @param state null while it waits for its turn
 * @param number of the report, null when there is none
 * @param file the report, null when there is none or it is not kept any more
 * @param at when the report was issued, or when it ceased to be kept; null when that was not looked up
 * @param validUntil when the report ends; null when that was not looked up
 */
record BatchRow(
        String batch,
        int place,
        String subject,
        @Nullable State state,
        @Nullable String number,
        byte @Nullable [] file,
        @Nullable Instant at,
        @Nullable Instant validUntil) {

    /** What came of a row. */
    enum State {
        ISSUED,
        /** Never was, is not public, or is gone: one answer for all three. */
        NOT_FOUND,
        /** What the report showed has changed since it was made; it is not given out any more. */
        UPDATED,
        /** The portal is at fault. */
        FAILED;

        String code() {
            return Codes.of(this);
        }
    }

    /** A report that is kept no longer since a moment. */
    BatchRow updated(Instant since) {
        return new BatchRow(batch, place, subject, State.UPDATED, number, null, since, null);
    }

    /** The same with what is registered of its report. */
    BatchRow of(IssuedDocument document) {
        return new BatchRow(batch, place, subject, state, number, file, document.issuedAt(), document.validUntil());
    }

    /** Whether there was a report that is kept no longer. */
    boolean dropped() {
        return number != null && file == null;
    }
}
