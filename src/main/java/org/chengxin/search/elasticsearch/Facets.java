package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.recall.FacetCounts;
import org.jspecify.annotations.Nullable;

/** Counts the values of facets over the hits of a query. */
final class Facets {

    /** Each shard tells so many, so that sums are exact where fields have no more values. */
    private static final int OF_A_SHARD = 2_000;

    private static final String ENDS = "ends";

    private Facets() {}

    /**
     * A request that counts.
     *
     * @param keywords fields whose values are counted
     * @param ends fields of which it is counted how many hits have a moment yet to come in them
     */
    static SearchRequest.Builder request(
            View view, Query query, List<String> keywords, Collection<String> ends, long now) {
        SearchRequest.Builder request =
                view.request().query(query).size(0).trackTotalHits(track -> track.enabled(false));
        for (String keyword : keywords) {
            request.aggregations(
                    keyword,
                    counting -> counting.terms(terms -> terms.field(keyword)
                            .size(FacetCounts.MAX_VALUES)
                            .shardSize(OF_A_SHARD)
                            .order(List.of(
                                    NamedValue.of("_count", SortOrder.Desc), NamedValue.of("_key", SortOrder.Asc)))));
        }
        if (!ends.isEmpty()) {
            Map<String, Query> each = new TreeMap<>();
            ends.forEach(field -> each.put(field, SubjectFilters.after(field, now)));
            request.aggregations(ENDS, counting -> counting.filters(of -> of.filters(among -> among.keyed(each))));
        }
        return request;
    }

    /** Counts of keyword fields. */
    static Map<String, List<FacetValue>> keywords(Map<String, Aggregate> counted, List<String> keywords) {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        for (String keyword : keywords) {
            List<FacetValue> values = new ArrayList<>();
            for (StringTermsBucket bucket :
                    aggregate(counted, keyword).sterms().buckets().array()) {
                values.add(new FacetValue(bucket.key().stringValue(), bucket.docCount()));
            }
            facets.put(keyword, values);
        }
        return facets;
    }

    /** What was counted under a name that was asked for. */
    static Aggregate aggregate(Map<String, Aggregate> counted, String name) {
        Aggregate one = counted.get(name);
        if (one == null) {
            throw new IllegalStateException("the answer has no " + name);
        }
        return one;
    }

    /** Counts of the fields of ends with a prefix. */
    static List<FacetValue> ends(Map<String, Aggregate> counted, String prefix) {
        @Nullable Aggregate ends = counted.get(ENDS);
        Map<String, Long> counts = new TreeMap<>();
        if (ends != null) {
            ends.filters().buckets().keyed().forEach((field, bucket) -> {
                if (field.startsWith(prefix) && bucket.docCount() > 0) {
                    counts.put(field.substring(prefix.length()), bucket.docCount());
                }
            });
        }
        return FacetCounts.ordered(counts);
    }
}
