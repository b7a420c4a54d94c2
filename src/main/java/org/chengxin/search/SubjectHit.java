package org.chengxin.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subject found, with the evidence for it.
 *
 * @param lists list codes with an entry in force at the moment of the answer
 * @param counts record type code to the number of records in publication at the moment of the answer
 * @param branches branches and outlets of it that match too and are grouped under it
 * @param score orders within one answer only
 * @param matched why it was found, strongest first
 * @param highlight the name cut in pieces, those that match marked
 */
public record SubjectHit(
        String id,
        String name,
        @Nullable String uscc,
        String kind,
        @Nullable String region,
        String status,
        List<String> lists,
        Map<String, Integer> counts,
        long branches,
        double score,
        List<Evidence> matched,
        List<Piece> highlight) {

    /**
     * One part of the query or name and how it agreed.
     *
     * @param part which part: {@code name}, {@code brand} (字号), {@code industry}, {@code form}, {@code region},
     *     {@code formerName}, {@code alias}, {@code code}, {@code site}, {@code representative}
     * @param how {@code exact}, {@code prefix}, {@code partial}, {@code pinyin}, {@code initials}, {@code homophone},
     *     {@code fuzzy}, {@code reordered}
     * @param text the text of the subject that agreed
     */
    public record Evidence(String part, String how, String text) {}

    /** A run of the name, marked when the query matched it. */
    public record Piece(String text, boolean marked) {}
}
