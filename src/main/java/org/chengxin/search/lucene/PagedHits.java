package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.chengxin.search.InvalidCursorException;
import org.chengxin.search.recall.PageTrail;
import org.chengxin.search.recall.PageTrail.Resume;
import org.jspecify.annotations.Nullable;

/** Hits in an order, brought part by part, however deep: what lies before a part is not put in order again. */
final class PagedHits {

    /** Places are counted up to here; beyond, one goes on from a document. */
    private static final int MAX_PLACE = 10_000;

    private final IndexSearcher searcher;
    private final Hits hits;
    private final Sort order;
    private final PageTrail<Integer> trail;
    private final Map<Integer, Integer> known = new HashMap<>();

    /** @param order total: its last key differs between any two documents */
    PagedHits(IndexSearcher searcher, Hits hits, Sort order, PageTrail<Integer> trail) {
        this.searcher = searcher;
        this.hits = hits;
        this.order = order;
        this.trail = trail;
        Resume<Integer> from = trail.from();
        if (from != null) {
            known.put(from.at(), from.after());
        }
    }

    int size() {
        return hits.size();
    }

    /** Documents from one place on, counted from 0, in order. */
    int[] slice(int from, int count) throws IOException {
        int to = Math.min(hits.size(), from + count);
        if (from >= to) {
            return new int[0];
        }
        Integer after = from == 0 ? null : known.get(from);
        if (after == null && to > MAX_PLACE) {
            throw new InvalidCursorException("the place this cursor names is not known any more");
        }
        int[] slice = after == null ? Arrays.copyOfRange(first(to), from, to) : top(to - from, place(after));
        int last = slice[slice.length - 1];
        known.put(to, last);
        trail.reached(new Resume<>(to, last));
        return slice;
    }

    private int[] first(int count) throws IOException {
        return order.equals(Best.ORDER) ? hits.best(searcher, count) : top(count, null);
    }

    private int[] top(int count, @Nullable FieldDoc after) throws IOException {
        var manager = new TopFieldCollectorManager(order, count, after, Integer.MAX_VALUE);
        return Arrays.stream(searcher.search(hits.query(), manager).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .toArray();
    }

    /** A document with what it is sorted by. */
    private FieldDoc place(int document) throws IOException {
        float score = hits.score(document);
        LeafReaderContext leaf = searcher.getIndexReader()
                .leaves()
                .get(ReaderUtil.subIndex(document, searcher.getIndexReader().leaves()));
        SortField[] fields = order.getSort();
        Object[] keys = new Object[fields.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = fields[i].getType() == SortField.Type.SCORE ? (Object) score : key(fields[i], leaf, document);
        }
        return new FieldDoc(document, score, keys);
    }

    private static Object key(SortField field, LeafReaderContext leaf, int document) throws IOException {
        FieldComparator<?> values = field.getComparator(1, Pruning.NONE);
        values.getLeafComparator(leaf).copy(0, document - leaf.docBase);
        return values.value(0);
    }
}
