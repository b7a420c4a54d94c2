package org.chengxin.search.lucene;

import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Reads tallied documents one after the other. */
final class TalliedScorer extends Scorer {

    private final Tallied tallied;
    private final float boost;
    private final DocIdSetIterator iterator = new Iterator();
    private int at = -1;

    TalliedScorer(Weight weight, Tallied tallied, float boost) {
        super(weight);
        this.tallied = tallied;
        this.boost = boost;
    }

    private final class Iterator extends DocIdSetIterator {

        @Override
        public int docID() {
            return at < 0 ? -1 : at < tallied.size() ? tallied.documents()[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            int from = Math.min(at + 1, tallied.size());
            int place = Arrays.binarySearch(tallied.documents(), from, tallied.size(), target);
            at = place < 0 ? -place - 1 : place;
            return docID();
        }

        @Override
        public long cost() {
            return tallied.size();
        }
    }

    @Override
    public int docID() {
        return iterator.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
        return iterator;
    }

    @Override
    public float getMaxScore(int upTo) {
        return Float.POSITIVE_INFINITY;
    }

    @Override
    public float score() {
        return boost * tallied.scores()[at];
    }
}
