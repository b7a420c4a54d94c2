package org.chengxin.catalog;

/** Who reads. */
public enum Audience {
    PUBLIC,
    /** The subject itself. */
    SUBJECT,
    PLATFORM,
    DEPARTMENT
}
