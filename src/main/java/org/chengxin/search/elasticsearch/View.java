package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.FiltersBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.TermCounts;

/**
 * One state of one index, which does not change: a point in time of Elasticsearch. What was counted in it is kept, so most
 * words are counted once for all searches.
 */
final class View implements TermCounts {

    /** A cursor may be used for this long after it was given out. */
    static final String KEPT = "5m";
    /** Of so many terms the counts are kept. */
    private static final int MOST_COUNTS = 50_000;

    private static final String COUNTS = "counts";

    private final Cluster cluster;
    private final String point;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private volatile long documents = -1;
    private volatile boolean pinned;

    /** @param point id of the point in time */
    View(Cluster cluster, String point) {
        this.cluster = cluster;
        this.point = point;
    }

    /** Marks it as wanted by a cursor. */
    String pin() {
        pinned = true;
        return point;
    }

    boolean isPinned() {
        return pinned;
    }

    String point() {
        return point;
    }

    /** A request for this state, to be completed. */
    SearchRequest.Builder request() {
        return new SearchRequest.Builder()
                .pit(pit -> pit.id(point).keepAlive(keep -> keep.time(KEPT)))
                .allowPartialSearchResults(false)
                .timeout(cluster.searchTimeout().toMillis() + "ms")
                // what a hit shows comes from doc values
                .storedFields("_none_");
    }

    SearchResponse<Void> search(SearchRequest.Builder request) {
        return cluster.search(request.build());
    }

    /** How many documents a query has. */
    long count(Query query) {
        SearchResponse<Void> answer =
                search(request().size(0).query(query).trackTotalHits(track -> track.enabled(true)));
        return total(answer);
    }

    static long total(SearchResponse<Void> answer) {
        return answer.hits().total() == null ? 0 : answer.hits().total().value();
    }

    @Override
    public long documents() {
        return Math.max(1, size());
    }

    /** All documents. */
    long size() {
        if (documents < 0) {
            documents = count(RecallQueries.ALL);
        }
        return documents;
    }

    @Override
    public long[] of(List<Recall.Term> terms) {
        List<Recall.Term> unknown = new ArrayList<>();
        for (Recall.Term term : terms) {
            if (!counts.containsKey(key(term))) {
                unknown.add(term);
            }
        }
        if (!unknown.isEmpty()) {
            count(unknown);
        }
        long[] found = new long[terms.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = counts.getOrDefault(key(terms.get(i)), 0L);
        }
        return found;
    }

    private void count(List<Recall.Term> terms) {
        List<Query> each = terms.stream()
                .map(term -> RecallQueries.terms(term.field(), List.of(term.text())))
                .toList();
        SearchResponse<Void> answer = search(request()
                .size(0)
                .trackTotalHits(track -> track.enabled(false))
                .aggregations(COUNTS, counting -> counting.filters(of -> of.filters(among -> among.array(each)))));
        List<FiltersBucket> buckets = Facets.aggregate(answer.aggregations(), COUNTS)
                .filters()
                .buckets()
                .array();
        if (counts.size() > MOST_COUNTS) {
            counts.clear();
        }
        for (int i = 0; i < buckets.size(); i++) {
            counts.put(key(terms.get(i)), buckets.get(i).docCount());
        }
    }

    private static String key(Recall.Term term) {
        return term.field() + ' ' + term.text();
    }
}
