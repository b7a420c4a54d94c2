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
 * @param validUntil when the report ends; null when that was not looked up
 */
record BatchRow(
        String batch,
        int place,
        String subject,
        @Nullable State state,
        @Nullable String number,
        byte @Nullable [] file,
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

    BatchRow updated() {
        return new BatchRow(batch, place, subject, State.UPDATED, number, null, null);
    }

    BatchRow validUntil(@Nullable Instant end) {
        return new BatchRow(batch, place, subject, state, number, file, end);
    }
}
