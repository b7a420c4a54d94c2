package org.chengxin.search;

import org.jspecify.annotations.Nullable;

/** A search engine outside this process that does not answer, or not with all it has. */
public class SearchEngineAwayException extends SearchUnavailableException {
    public SearchEngineAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
