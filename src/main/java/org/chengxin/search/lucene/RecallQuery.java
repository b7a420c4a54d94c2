package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.chengxin.search.recall.Recall;
import org.jspecify.annotations.Nullable;

/**
 * Recall as a query of Lucene: worked out for a leaf at once by {@link RecallTally}, then read like any other. Where that would take
 * many postings and something else leaves few documents, these are looked at one by one. Scores are the same either way: boosts
 * add up exactly.
 */
final class RecallQuery extends Query {

    /** Fewer postings are read at once, whatever else is asked. */
    private static final int MANY = 10_000;

    /** Looking at one document costs as much as reading so many postings. */
    private static final int ONE = 16;

    private final Recall recall;
    private final LuceneTerms terms;

    RecallQuery(Recall recall, LuceneTerms terms) {
        this.recall = recall;
        this.terms = terms;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        return new RecallWeight(searcher, mode, boost);
    }

    private final class RecallWeight extends Weight {

        private final IndexSearcher searcher;
        private final ScoreMode mode;
        private final float boost;
        private final long cost;
        private @Nullable Weight each;

        RecallWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
            super(RecallQuery.this);
            this.cost = RecallTally.cost(terms, recall);
            this.searcher = searcher;
            this.mode = mode;
            this.boost = boost;
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
            return cost < MANY ? super.scorerSupplier(context) : new Choice(context);
        }

        @Override
        public @Nullable Scorer scorer(LeafReaderContext context) throws IOException {
            Tallied tallied = RecallTally.of(context, terms, recall);
            return tallied.size() == 0 ? null : new TalliedScorer(this, tallied, boost);
        }

        private @Nullable Scorer oneByOne(LeafReaderContext context, long leadCost) throws IOException {
            if (each == null) {
                // others cost nothing
                Query parts = terms.each((Recall.AtLeast) recall);
                each = searcher.createWeight(searcher.rewrite(parts), mode, boost);
            }
            ScorerSupplier supplier = each.scorerSupplier(context);
            // parts of it have the same choice
            return supplier == null ? null : supplier.get(leadCost);
        }

        private final class Choice extends ScorerSupplier {

            private final LeafReaderContext context;

            Choice(LeafReaderContext context) {
                this.context = context;
            }

            @Override
            public Scorer get(long leadCost) throws IOException {
                Scorer scorer = leadCost < cost / ONE ? oneByOne(context, leadCost) : scorer(context);
                return scorer == null ? new TalliedScorer(RecallWeight.this, Tallied.NOTHING, boost) : scorer;
            }

            @Override
            public long cost() {
                return cost;
            }
        }

        @Override
        public Explanation explain(LeafReaderContext context, int document) throws IOException {
            Scorer scorer = scorer(context);
            return scorer != null && scorer.iterator().advance(document) == document
                    ? Explanation.match(scorer.score(), "sum of the boosts of its terms")
                    : Explanation.noMatch("too few terms");
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
            return false;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return recall.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecallQuery same && same.recall.equals(recall) && same.terms.equals(terms);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recall, terms);
    }
}
