package org.chengxin.search;

/** The index on disk cannot be read. Nothing is lost: it is a projection and has to be built anew. */
public class IndexDamagedException extends SearchUnavailableException {
    public IndexDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
