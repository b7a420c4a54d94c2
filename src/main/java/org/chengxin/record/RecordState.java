package org.chengxin.record;

import java.util.Optional;
import org.chengxin.shared.Codes;

/** Where a record is in its life. Only {@link #PUBLISHED} is ever public. */
public enum RecordState {
    /** A report the authority has not decided on (线索). */
    LEAD,
    DRAFT,
    SUBMITTED,
    RETURNED,
    PUBLISHED,
    /** 信用修复: in public as if it had never been. */
    REPAIRED,
    /** 撤回公示. */
    WITHDRAWN,
    /** 撤销决定. */
    ANNULLED;

    public String code() {
        return Codes.of(this);
    }

    /** Whether a record may never be published again: what was repaired or annulled stays gone. */
    public boolean terminal() {
        return this == REPAIRED || this == ANNULLED;
    }

    public static Optional<RecordState> ofCode(String code) {
        return Codes.find(RecordState.class, code);
    }
}
