package org.chengxin.search;

import org.jspecify.annotations.Nullable;

/**
 * A look-up of published records.
 *
 * @param text full text, blank to browse: words that must be there, {@code "a phrase"}, {@code -what} must not be there
 * @param filter what a record must be beside that
 * @param sort order of the hits; when browsing, relevance is newest first
 * @param size hits on the page, 1 to {@link SubjectQuery#MAX_SIZE}
 * @param cursor where the page starts, null for the first
 */
public record RecordQuery(String text, RecordFilter filter, Sort sort, int size, @Nullable String cursor) {

    /** Orders a caller may ask for; the id is always the last key. */
    public enum Sort {
        /** The best first, then the newest. */
        RELEVANCE,
        /** Decided last first; those of unknown date at the end. */
        NEWEST,
        /** Published last first. */
        PUBLISHED
    }

    /** The first page of what a filter leaves, newest first. */
    public static RecordQuery browse(RecordFilter filter, int size) {
        return new RecordQuery("", filter, Sort.RELEVANCE, size, null);
    }
}
