package org.chengxin.search;

import org.jspecify.annotations.Nullable;

/** The search cannot answer now; the same query will succeed later. */
public abstract class SearchUnavailableException extends RuntimeException {
    SearchUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
