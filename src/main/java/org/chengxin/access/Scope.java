package org.chengxin.access;

import org.chengxin.shared.Codes;

/** What a key opens beyond the doors that are open to all. */
public enum Scope {
    /** Joint measures of many subjects at once. */
    RESTRICTIONS,
    /** The red list, whole and by its changes, for those who keep a copy. */
    RED_LIST,
    /** Reports of many subjects at once. */
    REPORTS;

    /** Public code, e.g. {@code restrictions}. */
    public String code() {
        return Codes.of(this);
    }
}
