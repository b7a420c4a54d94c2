package org.chengxin.search.document;

/** Takes the values of one document, each for a field of {@code index-templates}; a field may get several. */
public interface FieldSink {

    /** A value of a text or keyword field. */
    void add(String field, String value);

    /** A number. */
    void add(String field, long value);

    /** Bytes that only come along. */
    void add(String field, byte[] value);
}
