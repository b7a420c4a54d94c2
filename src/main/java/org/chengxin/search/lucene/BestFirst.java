package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Hits whose whole score is dear: phrases are looked for in those only that may be among the first. Hits are taken in the order
 * of what is known of their scores, until none of the others can pass those that are wanted.
 */
final class BestFirst {

    /** How many more are looked at than are wanted, and again when that did not do. */
    private static final int MORE = 8;
    /** When so many did not do, looking at all is no dearer. */
    private static final int MOST = 10_000;

    private final IndexSearcher searcher;
    private final Hits hits;
    private final float bonus;
    private final Query whole;
    private final Sort order;

    /**
     * Looks at nothing yet.
     *
     * @param hits with the scores that are known of them
     * @param bonus how much may be added to such a score
     * @param whole the same hits with their whole scores, which are exact in a float as those known are
     * @param order by score, then by a number, the greatest first, then by a text that no two share
     */
    BestFirst(IndexSearcher searcher, Hits hits, float bonus, Query whole, Sort order) {
        this.searcher = searcher;
        this.hits = hits;
        this.bonus = bonus;
        this.whole = whole;
        this.order = order;
    }

    /** Hits with whole scores among which the first so many of all are; null when that would take as long as looking at all. */
    @Nullable
    Hits first(int count) throws IOException {
        for (int looked = MORE * count; looked <= MOST; looked *= MORE) {
            var manager = new TopFieldCollectorManager(order, looked, Integer.MAX_VALUE);
            ScoreDoc[] top = searcher.search(hits.query(), manager).scoreDocs;
            Hits some = whole(top);
            if (top.length == hits.size() || areFirst(count, top, some)) {
                return some;
            }
        }
        return null;
    }

    private Hits whole(ScoreDoc[] top) throws IOException {
        int[] documents = Arrays.stream(top).mapToInt(hit -> hit.doc).sorted().toArray();
        return Hits.of(
                searcher,
                new BooleanQuery.Builder()
                        .add(new HitsQuery(documents, new float[documents.length]), Occur.FILTER)
                        .add(whole, Occur.MUST)
                        .build());
    }

    /** Whether none of those behind the top can pass the last one wanted. */
    private boolean areFirst(int count, ScoreDoc[] top, Hits some) {
        float[] scores = new float[top.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = some.score(top[i].doc);
        }
        Comparator<Integer> better = Comparator.comparingDouble((Integer i) -> -scores[i])
                .thenComparing((one, other) -> older((FieldDoc) top[one], (FieldDoc) top[other]));
        int last = IntStream.range(0, top.length)
                .boxed()
                .sorted(better)
                .skip(count - 1)
                .findFirst()
                .orElseThrow();
        FieldDoc end = (FieldDoc) top[top.length - 1];
        float most = (Float) end.fields[0] + bonus;
        // of what is known to be as good as the end all that is left is older; the rest is known to be worse
        return scores[last] > most || (scores[last] == most && older((FieldDoc) top[last], end) <= 0);
    }

    /** Below 0 when one stands before the other where their scores are equal. */
    private static int older(FieldDoc one, FieldDoc other) {
        int order = Long.compare((Long) other.fields[1], (Long) one.fields[1]);
        return order == 0 ? ((BytesRef) one.fields[2]).compareTo((BytesRef) other.fields[2]) : order;
    }
}
