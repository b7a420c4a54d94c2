package org.chengxin.search.reading;

import org.chengxin.search.Understanding.As;
import org.jspecify.annotations.Nullable;

/**
 * What a recogniser took a text for.
 *
 * @param words what names a subject in it, may be empty
 * @param code a code in it, folded; null for none
 * @param site an address in it; null for none
 * @param shown a document number, barcode or parcel number in its usual form; null where words, code or site are shown
 */
public record Reading(As as, String words, @Nullable String code, @Nullable String site, @Nullable String shown) {

    static Reading nothing(As as) {
        return new Reading(as, "", null, null, null);
    }

    static Reading words(As as, String words) {
        return new Reading(as, words, null, null, null);
    }

    static Reading number(As as, String number, @Nullable String code) {
        return new Reading(as, "", code, null, number);
    }
}
