package org.chengxin.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * Keeps the best of the documents offered to it: by score, then as their ties say, so that it does not matter in which
 * segment and in which place a document lies. They have to be offered in index order.
 */
final class Best {

    /** The order in which they are put. */
    static final Sort ORDER = new Sort(SortField.FIELD_SCORE, new SortField("tie", SortField.Type.STRING));

    private final int wanted;
    private final List<LeafReaderContext> leaves;
    private final SortedDocValues[] ties;
    private final PriorityQueue<Kept> kept;
    private int leaf = -1;
    private int end;

    private record Kept(int document, float score, int leaf, int ord) {}

    Best(IndexReader reader, int wanted) {
        this.wanted = wanted;
        this.leaves = reader.leaves();
        this.ties = new SortedDocValues[leaves.size()];
        this.kept = new PriorityQueue<>((a, b) -> -compare(a, b));
    }

    void offer(int document, float score) throws IOException {
        Kept worst = kept.peek();
        boolean full = kept.size() >= wanted;
        if (full && (worst == null || score < worst.score)) {
            return;
        }
        while (document >= end) {
            leaf++;
            LeafReaderContext context = leaves.get(leaf);
            end = context.docBase + context.reader().maxDoc();
            ties[leaf] = DocValues.getSorted(context.reader(), "tie");
        }
        if (!ties[leaf].advanceExact(document - leaves.get(leaf).docBase)) {
            throw new IOException("document without its tie");
        }
        int ord = ties[leaf].ordValue();
        if (full && score == worst.score && leaf == worst.leaf && ord > worst.ord) {
            return;
        }
        Kept offered = new Kept(document, score, leaf, ord);
        if (!full) {
            kept.add(offered);
        } else if (compare(offered, worst) < 0) {
            kept.poll();
            kept.add(offered);
        }
    }

    /** Those kept, the best first. */
    int[] documents() {
        Kept[] ordered = kept.toArray(Kept[]::new);
        Arrays.sort(ordered, this::compare);
        return Arrays.stream(ordered).mapToInt(Kept::document).toArray();
    }

    private int compare(Kept a, Kept b) {
        int byScore = Float.compare(b.score, a.score);
        if (byScore != 0) {
            return byScore;
        }
        return a.leaf == b.leaf ? Integer.compare(a.ord, b.ord) : tie(a).compareTo(tie(b));
    }

    private BytesRef tie(Kept one) {
        try {
            return ties[one.leaf].lookupOrd(one.ord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
