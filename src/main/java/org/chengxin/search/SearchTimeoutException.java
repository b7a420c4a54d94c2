package org.chengxin.search;

import java.time.Duration;

/** A search that took longer than is allowed; the same query may succeed later. */
public class SearchTimeoutException extends SearchUnavailableException {
    public SearchTimeoutException(Duration limit, Throwable cause) {
        super("search took longer than " + limit.toMillis() + " ms", cause);
    }
}
