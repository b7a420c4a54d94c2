package org.chengxin.catalog;

/** Whether a record speaks for or against its subject. */
public enum Polarity {
    POSITIVE,
    NEGATIVE,
    NEUTRAL
}
