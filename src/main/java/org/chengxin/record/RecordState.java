package org.chengxin.record;

import java.util.Optional;
import org.chengxin.shared.Codes;

/** Where a record is in its life. Only {@link #PUBLISHED} is ever public. */
public enum RecordState {
    /** A report the authority has not decided on (线索). */
    LEAD,
    /** Being written (草稿). */
    DRAFT,
    /** Waits for a second person (待审). */
    SUBMITTED,
    /** Sent back by the second person (退回). */
    RETURNED,
    /** Released; public within its dates (公示). */
    PUBLISHED,
    /** 信用修复: in public as if it had never been. */
    REPAIRED,
    /** 撤回公示. */
    WITHDRAWN,
    /** 撤销决定. */
    ANNULLED;

    /** Code in the store and for the desk, e.g. {@code published}. */
    public String code() {
        return Codes.of(this);
    }

    /** Whether a record may never be published again: what was repaired or annulled stays gone. */
    public boolean terminal() {
        return this == REPAIRED || this == ANNULLED;
    }

    /** The state with this code, empty when there is none. */
    public static Optional<RecordState> ofCode(String code) {
        return Codes.find(RecordState.class, code);
    }
}
