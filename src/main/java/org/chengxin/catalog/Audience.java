package org.chengxin.catalog;

/** Who reads. */
public enum Audience {
    /** Anybody. */
    PUBLIC,
    /** The subject itself. */
    SUBJECT,
    /** A platform that checks who trades on it. */
    PLATFORM,
    /** An authority at its desk. */
    DEPARTMENT
}
