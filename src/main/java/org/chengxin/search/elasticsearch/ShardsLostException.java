package org.chengxin.search.elasticsearch;

import org.chengxin.search.SearchEngineAwayException;
import org.jspecify.annotations.Nullable;

/** The cluster answered, though not with all its shards: with a point in time of those that are there it may. */
final class ShardsLostException extends SearchEngineAwayException {
    ShardsLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
