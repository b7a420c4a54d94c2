package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.chengxin.search.InvalidCursorException;
import org.jspecify.annotations.Nullable;

/** All documents a query matches, with their recall scores, in index order. */
final class Hits {

    private int[] documents = new int[256];
    private float[] scores = new float[256];
    private int size;

    static Hits of(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(query, new CollectorManager<All, Hits>() {
            @Override
            public All newCollector() {
                return new All();
            }

            @Override
            public Hits reduce(Collection<All> collectors) {
                if (collectors.size() != 1) {
                    throw new IllegalStateException("a searcher without threads of its own has one collector");
                }
                return collectors.iterator().next().hits.whole();
            }
        });
    }

    private static final class All implements Collector {

        private final Hits hits = new Hits();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) {
            return new LeafCollector() {
                private @Nullable Scorable scorer;

                @Override
                public void setScorer(Scorable scorer) {
                    this.scorer = scorer;
                }

                @Override
                public void collect(int document) throws IOException {
                    hits.add(
                            context.docBase + document,
                            Objects.requireNonNull(scorer).score());
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }

    private void add(int document, float score) {
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size * 2);
            scores = Arrays.copyOf(scores, size * 2);
        }
        documents[size] = document;
        scores[size++] = score;
    }

    /** Without the room for more: there may be millions, and who reads them takes no copy. */
    private Hits whole() {
        documents = Arrays.copyOf(documents, size);
        scores = Arrays.copyOf(scores, size);
        return this;
    }

    int size() {
        return size;
    }

    /** Their numbers, not to be changed. */
    int[] documents() {
        return documents;
    }

    /** @throws InvalidCursorException when the document is none of them */
    float score(int document) {
        int at = Arrays.binarySearch(documents, document);
        if (at < 0) {
            throw new InvalidCursorException("damaged cursor");
        }
        return scores[at];
    }

    /** The same documents with their scores, for whoever puts them in another order. */
    Query query() {
        return new HitsQuery(documents, scores);
    }

    /** The best documents by score, then as their ties say; at most {@code count}. */
    int[] best(IndexSearcher searcher, int count) throws IOException {
        Best best = new Best(searcher.getIndexReader(), count);
        for (int i = 0; i < size; i++) {
            best.offer(documents[i], scores[i]);
        }
        return best.documents();
    }
}
