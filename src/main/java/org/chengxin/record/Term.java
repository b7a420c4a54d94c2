package org.chengxin.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a record is public.
 *
 * @param published whether its level is published at all
 * @param until moment from which on it is not public (exclusive), null for an open end
 * @param level level that was applied, {@code any} where the rule has none
 */
public record Term(boolean published, @Nullable Instant until, String level) {}
