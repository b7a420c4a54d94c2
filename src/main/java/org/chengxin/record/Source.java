package org.chengxin.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who states records to the portal.
 *
 * @param code stable code
 * @param name as the public reads it
 * @param kind what it is; a department may vouch for a mismatch code
 * @param refreshedAt when it was last taken in, null for never
 * @param records how many of its records the public may see
 */
public record Source(String code, String name, Kind kind, @Nullable Instant refreshedAt, long records) {

    /** What a source is. */
    public enum Kind {
        /** 政府部门: may vouch for a code whose check character disagrees. */
        DEPARTMENT,
        /** 电子商务平台. */
        PLATFORM,
        /** 快递企业. */
        COURIER,
        /** 评价机构. */
        EVALUATOR,
        /** What a credit subject states of itself. */
        SUBJECT,
        /** Read from public pages. */
        HARVEST,
        /** None of these, or not said. */
        OTHER
    }
}
