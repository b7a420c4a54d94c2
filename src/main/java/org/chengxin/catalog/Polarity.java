package org.chengxin.catalog;

/** Whether a record speaks for or against its subject. */
public enum Polarity {
    /** 守信: an honour or a commitment kept. */
    POSITIVE,
    /** 失信: a penalty, a list entry, a complaint upheld. */
    NEGATIVE,
    /** A fact such as a permit. */
    NEUTRAL
}
