package org.chengxin.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of hits.
 *
 * @param items the hits in order; a branch that stands behind its company is grouped under it and no item of its own
 * @param total how many hits there are, grouped ones included: what the facets count too
 * @param facets facet name ({@code kind}, {@code region}, {@code status}, {@code list}, {@code recordType}; for records
 *     {@code type}, {@code polarity}, {@code authority}, {@code year}, {@code region}) to its values, most frequent first
 * @param understood what the query was taken for
 * @param cursor asks for the next page, null on the last one; pins the index generation
 * @param near when nothing was found, what is merely like it: no hits, best first, counted nowhere
 * @param sameNames when many of the hits bear nearly the same name as the first, how many; else null
 * @param limited whether the search engine did not answer and only whole names, codes and ids were looked for
 */
public record SearchPage<T>(
        List<T> items,
        Total total,
        Map<String, List<FacetValue>> facets,
        Understanding understood,
        @Nullable String cursor,
        List<T> near,
        @Nullable Total sameNames,
        boolean limited) {

    /** A page that says nothing beside its hits. */
    public SearchPage(
            List<T> items,
            Total total,
            Map<String, List<FacetValue>> facets,
            Understanding understood,
            @Nullable String cursor) {
        this(items, total, facets, understood, cursor, List.of(), null, false);
    }

    /** A number of hits, exact or a lower bound. */
    public record Total(long value, Relation relation) {}

    /** How a number stands to the true one. */
    public enum Relation {
        /** It is the number. */
        EQ,
        /** There are at least so many. */
        GTE
    }

    /** One value of a facet with the number of hits that have it. */
    public record FacetValue(String value, long count) {}
}
