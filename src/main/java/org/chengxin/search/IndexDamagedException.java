package org.chengxin.search;

import org.jspecify.annotations.Nullable;

/** The index on disk cannot be read. Nothing is lost: it is a projection and has to be built anew. */
public class IndexDamagedException extends SearchUnavailableException {
    public IndexDamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
