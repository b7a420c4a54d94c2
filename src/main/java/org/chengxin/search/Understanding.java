package org.chengxin.search;

import org.jspecify.annotations.Nullable;

/**
 * What a query was taken for.
 *
 * @param as the reading of the query
 * @param searched the text that was searched after cleaning; empty when nothing may be searched
 * @param region division code recognised in the query, null for none
 */
public record Understanding(As as, String searched, @Nullable String region) {

    public enum As {
        /** Nothing to search for: browse. */
        NOTHING,
        NAME,
        PINYIN,
        /** A USCC or older identifier, whole or in part. */
        CODE,
        /** A domain, URL or shop link. */
        SITE,
        /** A document number (文号). */
        DOCUMENT,
        /** A full identity number: recognised, not searched, not kept. */
        IDENTITY_NUMBER,
        /** Nothing that could name a subject is left after cleaning. */
        MEANINGLESS
    }
}
