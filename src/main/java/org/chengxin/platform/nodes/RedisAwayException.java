package org.chengxin.platform.nodes;

import org.jspecify.annotations.Nullable;

/** Redis is out of reach, does not answer in time or cannot do what it is asked. */
public final class RedisAwayException extends RuntimeException {

    RedisAwayException(@Nullable Throwable cause) {
        super("Redis is away", cause, false, false);
    }
}
