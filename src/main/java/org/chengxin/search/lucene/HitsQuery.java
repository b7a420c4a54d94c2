package org.chengxin.search.lucene;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Documents that were found already, with their scores: to be put in order without being looked for again. */
final class HitsQuery extends Query {

    private final int[] documents;
    private final float[] scores;

    /** @param documents in index order, each with its score */
    HitsQuery(int[] documents, float[] scores) {
        this.documents = documents;
        this.scores = scores;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new Weight(this) {
            @Override
            public @Nullable Scorer scorer(LeafReaderContext context) {
                int from = place(context.docBase);
                int to = place(context.docBase + context.reader().maxDoc());
                if (from == to) {
                    return null;
                }
                if (context.docBase == 0) {
                    return new TalliedScorer(this, new Tallied(documents, scores, to), boost);
                }
                int[] ofLeaf = new int[to - from];
                Arrays.setAll(ofLeaf, i -> documents[from + i] - context.docBase);
                return new TalliedScorer(
                        this, new Tallied(ofLeaf, Arrays.copyOfRange(scores, from, to), ofLeaf.length), boost);
            }

            @Override
            public Explanation explain(LeafReaderContext context, int document) {
                int at = Arrays.binarySearch(documents, context.docBase + document);
                return at < 0 ? Explanation.noMatch("not found") : Explanation.match(scores[at], "as it was found");
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    private int place(int document) {
        int at = Arrays.binarySearch(documents, document);
        return at < 0 ? -at - 1 : at;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return documents.length + " hits";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
