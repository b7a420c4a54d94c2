package org.chengxin.platform.store;

/** What was to be written was changed by another writer since it was read: read again and retry. */
public class ConcurrentChangeException extends RuntimeException {
    public ConcurrentChangeException(String message) {
        super(message);
    }
}
