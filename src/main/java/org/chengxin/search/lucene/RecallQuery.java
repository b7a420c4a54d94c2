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
import org.apache.lucene.search.Weight;
import org.chengxin.search.recall.Recall;
import org.jspecify.annotations.Nullable;

/** Recall as a query of Lucene: worked out for a leaf at once by {@link RecallTally}, then read like any other. */
final class RecallQuery extends Query {

    private final Recall recall;
    private final LuceneTerms terms;

    RecallQuery(Recall recall, LuceneTerms terms) {
        this.recall = recall;
        this.terms = terms;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new Weight(this) {
            @Override
            public @Nullable Scorer scorer(LeafReaderContext context) throws IOException {
                Tallied tallied = RecallTally.of(context, terms, recall);
                return tallied.size() == 0 ? null : new TalliedScorer(this, tallied, boost);
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
        };
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
