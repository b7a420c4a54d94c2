package org.chengxin.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A look-up of subjects. Empty sets do not filter; a blank {@code text} browses.
 *
 * @param text whatever is remembered or was pasted: name, pinyin, code, site; at most {@link #MAX_PASTE} characters are
 *     read, and at most {@link #MAX_TEXT} of a name are searched
 * @param kinds subject kind codes
 * @param regions division codes; a code covers what lies below it (4202 covers 420281)
 * @param statuses business status codes
 * @param lists list codes with an entry in force
 * @param recordTypes record types with a record in publication
 * @param sort order of the hits
 * @param size hits on the page, 1 to {@link #MAX_SIZE}
 * @param cursor where the page starts, null for the first
 */
public record SubjectQuery(
        String text,
        Set<String> kinds,
        Set<String> regions,
        Set<String> statuses,
        Set<String> lists,
        Set<String> recordTypes,
        Sort sort,
        int size,
        @Nullable String cursor) {

    /** Characters of a text that are searched; the rest is cut off. */
    public static final int MAX_TEXT = 200;
    /** An invoice block or share text fits. */
    public static final int MAX_PASTE = 2000;

    /** Hits of one page. */
    public static final int MAX_SIZE = 100;

    /** Orders a caller may ask for; the id is always the last key. */
    public enum Sort {
        /** The best first. */
        RELEVANCE,
        /** By name. */
        NAME,
        /** Registered last first; those of unknown date at the end. */
        REGISTERED
    }

    /** Whether anything but the text narrows the hits. */
    public boolean filters() {
        return !(kinds.isEmpty()
                && regions.isEmpty()
                && statuses.isEmpty()
                && lists.isEmpty()
                && recordTypes.isEmpty());
    }

    /** The first page by relevance, without filters. */
    public static SubjectQuery of(String text, int size) {
        return new SubjectQuery(text, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Sort.RELEVANCE, size, null);
    }
}
