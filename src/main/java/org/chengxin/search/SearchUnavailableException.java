package org.chengxin.search;

/** The search cannot answer now; the same query will succeed later. */
public abstract class SearchUnavailableException extends RuntimeException {
    SearchUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
