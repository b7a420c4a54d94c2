package org.chengxin.catalog;

/** What an audience gets of a field. */
public enum Visibility {
    SHOW,
    /** Masked after the field's kind. */
    MASK,
    HIDE
}
