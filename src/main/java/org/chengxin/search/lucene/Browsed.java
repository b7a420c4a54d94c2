package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.IndexSearcher;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.SubjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * What browsing one state of the index answers under each combination of filters: it walks through all subjects, so it is
 * remembered, but never beyond the moment at which anything in the index comes to its end.
 */
final class Browsed {

    /** The first places are remembered too: people hardly turn ten pages. */
    static final int FIRST = 200;
    /** Combinations remembered: some dozens are offered by the facets. */
    private static final int MOST = 100;
    /** Nobody ticks more: who sends more pays for it each time. */
    private static final int MOST_VALUES = 12;

    private final Map<SubjectQuery, Kept> kept = new ConcurrentHashMap<>();

    /**
     * An answer.
     *
     * @param from epoch milliseconds of the moment it was made for
     * @param until from when on it may be wrong
     * @param total subjects
     * @param first their first places, {@link #FIRST} at most
     */
    record Kept(long from, long until, int total, int[] first, Map<String, List<FacetValue>> facets) {}

    /** The answer to a query's filters at a moment, in an order; null when it has to be made. */
    @Nullable
    Kept find(SubjectQuery query, SubjectQuery.Sort order, long now) {
        Kept answer = kept.get(key(query, order));
        return answer != null && answer.from <= now && now < answer.until ? answer : null;
    }

    /** Remembers an answer. */
    void keep(SubjectQuery query, SubjectQuery.Sort order, Kept answer) {
        int values = Stream.of(query.kinds(), query.regions(), query.statuses(), query.lists(), query.recordTypes())
                .mapToInt(Set::size)
                .sum();
        if (values > MOST_VALUES) {
            return;
        }
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(key(query, order), answer);
    }

    private static SubjectQuery key(SubjectQuery query, SubjectQuery.Sort order) {
        return new SubjectQuery(
                "",
                query.kinds(),
                query.regions(),
                query.statuses(),
                query.lists(),
                query.recordTypes(),
                order,
                0,
                null);
    }

    /** The first end after a moment in any of the fields, or one that lies before it; the end of time when there is none. */
    static long nextEnd(IndexSearcher searcher, Stream<String> fields, long now) throws IOException {
        FirstAfter first = new FirstAfter(now);
        for (String field : fields.toList()) {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                PointValues ends = leaf.reader().getPointValues(field);
                if (ends != null) {
                    ends.intersect(first);
                }
            }
        }
        return first.found;
    }

    /** Skips what lies before the moment and what lies behind the first end known. */
    private static final class FirstAfter implements PointValues.IntersectVisitor {

        private final long now;
        private long found = Long.MAX_VALUE;

        FirstAfter(long now) {
            this.now = now;
        }

        @Override
        public void visit(int document) {
            throw new IllegalStateException("no range is taken unseen");
        }

        @Override
        public void visit(int document, byte[] end) {
            long at = LongPoint.decodeDimension(end, 0);
            if (at > now) {
                found = Math.min(found, at);
            }
        }

        @Override
        public PointValues.Relation compare(byte[] least, byte[] most) {
            long from = LongPoint.decodeDimension(least, 0);
            if (from > now) {
                // all of the range: an earlier end than there is does no harm
                found = Math.min(found, from);
            }
            return from > now || LongPoint.decodeDimension(most, 0) <= now
                    ? PointValues.Relation.CELL_OUTSIDE_QUERY
                    : PointValues.Relation.CELL_CROSSES_QUERY;
        }
    }
}
