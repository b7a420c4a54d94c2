package org.chengxin.catalog;

/** How a field's value is read, checked, kept and shown. Values are kept as canonical text. */
public enum FieldKind {
    /** Running text. */
    TEXT,
    /** A short exact value. */
    KEYWORD,
    /** Kept as ISO 8601 {@code yyyy-MM-dd}. */
    DATE,
    /** Kept as a plain decimal in yuan. */
    MONEY,
    /** One of the field's options; kept as the option's code. */
    CODE,
    /** Kept as a plain integer. */
    INTEGER,
    /** A decimal number. */
    DECIMAL,
    /** Kept as {@code true} or {@code false}. */
    BOOLEAN,
    /** A natural person's name. */
    PERSON,
    /** An identity number: kept as mask and keyed hash only. */
    IDENTITY,
    PHONE,
    ADDRESS,
    /** A bank or payment account. */
    ACCOUNT,
    URL
}
