package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/** Collects documents that have a term with a beginning, local ones first, within a bound of work. */
final class Starts {

    /** One letter begins tens of thousands of names: reading this many takes about a millisecond. */
    private static final int MAX_READ = 20_000;
    /** Stands behind every digit of a division code. */
    private static final char BEHIND = ':';

    private final IndexSearcher searcher;
    private final String home;
    private final long now;
    private final int wanted;
    private final Map<LeafReaderContext, FixedBitSet> found = new HashMap<>();
    private int read;

    Starts(IndexSearcher searcher, String home, long now, int wanted) {
        this.searcher = searcher;
        this.home = home;
        this.now = now;
        this.wanted = wanted;
    }

    void add(String field, String start) throws IOException {
        BytesRef prefix = new BytesRef(start);
        for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
            Terms terms = context.reader().terms(field);
            if (terms != null) {
                collect(context, terms.iterator(), prefix);
            }
        }
    }

    private void collect(LeafReaderContext context, TermsEnum terms, BytesRef prefix) throws IOException {
        FixedBitSet documents = found.computeIfAbsent(
                context, key -> new FixedBitSet(key.reader().maxDoc()));
        PostingsEnum postings = null;
        if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return;
        }
        for (BytesRef term = terms.term();
                term != null && StringHelper.startsWith(term, prefix) && read < MAX_READ;
                term = terms.next()) {
            postings = terms.postings(postings, PostingsEnum.NONE);
            while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS && read++ < MAX_READ) {
                documents.set(postings.docID());
            }
        }
    }

    /** Those that may be shown, local ones first, then as their ties say; at most as many as wanted. */
    int[] documents() throws IOException {
        Best best = new Best(searcher.getIndexReader(), wanted);
        for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
            FixedBitSet documents = found.get(context);
            if (documents != null) {
                offer(best, context, documents);
            }
        }
        return best.documents();
    }

    private void offer(Best best, LeafReaderContext context, FixedBitSet documents) throws IOException {
        LeafReader reader = context.reader();
        Bits live = reader.getLiveDocs();
        SortedNumericDocValues until = reader.getSortedNumericDocValues("visibleUntil");
        SortedDocValues regions = DocValues.getSorted(reader, "region");
        // values are sorted: those that begin alike stand together
        int first = home.isEmpty() ? 0 : place(regions, home);
        int last = home.isEmpty() ? 0 : place(regions, home + BEHIND);
        BitSetIterator each = new BitSetIterator(documents, documents.length());
        for (int document = each.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = each.nextDoc()) {
            boolean deleted = live != null && !live.get(document);
            if (!deleted && until != null && until.advanceExact(document) && until.nextValue() > now) {
                int region = regions.advanceExact(document) ? regions.ordValue() : -1;
                best.offer(context.docBase + document, region >= first && region < last ? 1 : 0);
            }
        }
    }

    /** Where a value stands among the values, or would. */
    private static int place(SortedDocValues values, String value) throws IOException {
        int place = values.lookupTerm(new BytesRef(value));
        return place < 0 ? -place - 1 : place;
    }
}
