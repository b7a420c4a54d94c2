package org.chengxin.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who states records to the portal.
 *
 * @param code stable code
 * @param kind what it is; a department may vouch for a mismatch code
 * @param refreshedAt when it was last taken in, null for never
 * @param records records of it in publication
 */
public record Source(String code, String name, Kind kind, @Nullable Instant refreshedAt, long records) {

    /** What a source is. */
    public enum Kind {
        DEPARTMENT,
        PLATFORM,
        COURIER,
        EVALUATOR,
        SUBJECT,
        HARVEST,
        OTHER
    }
}
