package org.chengxin.catalog;

/** What an audience gets of a field. */
public enum Visibility {
    /** As it is. */
    SHOW,
    /** Masked after the field's kind. */
    MASK,
    /** Not at all, as if the record had no such field. */
    HIDE
}
