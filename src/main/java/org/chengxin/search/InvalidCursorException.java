package org.chengxin.search;

/** A cursor that was not made by this portal, is damaged, or belongs to a dropped index generation or another query. */
public class InvalidCursorException extends RuntimeException {
    public InvalidCursorException(String message) {
        super(message);
    }
}
