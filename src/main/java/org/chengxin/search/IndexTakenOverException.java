package org.chengxin.search;

import org.jspecify.annotations.Nullable;

/** Another node has written the index, or built it anew, since this one took it up; {@link SearchEngine#takeUp} does so again. */
public class IndexTakenOverException extends RuntimeException {
    public IndexTakenOverException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
