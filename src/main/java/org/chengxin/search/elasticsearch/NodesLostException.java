package org.chengxin.search.elasticsearch;

import org.chengxin.search.SearchEngineAwayException;
import org.jspecify.annotations.Nullable;

/**
 * Nodes failed, not what was asked of them: one went away with its part of a point in time, cannot be reached, or has too much
 * to do. Other nodes may answer, with a point in time of what is there now.
 */
final class NodesLostException extends SearchEngineAwayException {
    NodesLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
