package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.recall.Recall;
import org.chengxin.search.recall.TermCounts;
import org.jspecify.annotations.Nullable;

/**
 * Terms of one state of the index, for one question: each is looked up once, whether to count it or to read who has it, and
 * each field is opened once.
 */
final class LuceneTerms implements TermCounts {

    /**
     * Up to so many documents of a leaf a term is counted by those that are left: what was changed or deleted is not to make
     * a rare word look common, nor one that is gone look there.
     */
    private static final int COUNTED = 1_024;

    private final IndexSearcher searcher;
    private final Term kind;
    private final Map<String, @Nullable TermsEnum[]> fields = new HashMap<>();
    private final Map<Term, Found> found = new HashMap<>();

    private @Nullable PostingsEnum postings;

    private record Found(@Nullable TermState[] states, long documents) {}

    /** @param kind the term that all documents of the kind asked for have */
    LuceneTerms(IndexSearcher searcher, Term kind) {
        this.searcher = searcher;
        this.kind = kind;
    }

    /** The term that all documents of the kind asked for have. */
    Term kind() {
        return kind;
    }

    @Override
    public long documents() throws IOException {
        return Math.max(1, find(kind).documents);
    }

    @Override
    public long[] of(List<Recall.Term> terms) throws IOException {
        long[] counts = new long[terms.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = documents(terms.get(i));
        }
        return counts;
    }

    /** How many documents have a term. */
    long documents(Recall.Term term) throws IOException {
        return find(new Term(term.field(), term.text())).documents;
    }

    private Found find(Term term) throws IOException {
        Found known = found.get(term);
        if (known != null) {
            return known;
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        @Nullable TermsEnum[] opened = field(term.field());
        @Nullable TermState[] states = new TermState[opened.length];
        long documents = 0;
        for (int i = 0; i < opened.length; i++) {
            TermsEnum terms = opened[i];
            if (terms != null && terms.seekExact(term.bytes())) {
                states[i] = terms.termState();
                documents += live(leaves.get(i).reader(), terms);
            }
        }
        Found now = new Found(states, documents);
        found.put(term, now);
        return now;
    }

    /** Documents of the leaf that have the term; of many, those deleted since may be among them. */
    private long live(LeafReader reader, TermsEnum terms) throws IOException {
        Bits live = reader.getLiveDocs();
        int documents = terms.docFreq();
        if (live == null || documents > COUNTED) {
            return documents;
        }
        PostingsEnum each = terms.postings(postings, PostingsEnum.NONE);
        postings = each;
        documents = 0;
        for (int document = each.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = each.nextDoc()) {
            documents += live.get(document) ? 1 : 0;
        }
        return documents;
    }

    private @Nullable TermsEnum[] field(String field) throws IOException {
        @Nullable TermsEnum[] known = fields.get(field);
        if (known != null) {
            return known;
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        @Nullable TermsEnum[] opened = new TermsEnum[leaves.size()];
        for (int i = 0; i < opened.length; i++) {
            Terms terms = leaves.get(i).reader().terms(field);
            opened[i] = terms == null ? null : terms.iterator();
        }
        fields.put(field, opened);
        return opened;
    }

    /** Documents of a leaf that have the term, deleted ones too; null when none has. The next call uses it again. */
    @Nullable
    PostingsEnum documents(LeafReaderContext leaf, Term term) throws IOException {
        TermState state = find(term).states[leaf.ord];
        TermsEnum terms = field(term.field())[leaf.ord];
        if (state == null || terms == null) {
            return null;
        }
        terms.seekExact(term.bytes(), state);
        PostingsEnum documents = terms.postings(postings, PostingsEnum.NONE);
        postings = documents;
        return documents;
    }

    /** What recall asks for, as a query on the same state of the index. */
    Query query(Recall recall) {
        if (recall instanceof Recall.All) {
            return new TermQuery(kind);
        }
        if (recall instanceof Recall.Term term) {
            return new BoostQuery(new TermQuery(new Term(term.field(), term.text())), term.boost());
        }
        if (recall instanceof Recall.Phrase phrase) {
            String[] texts = phrase.texts().toArray(String[]::new);
            return new BoostQuery(new PhraseQuery(phrase.field(), texts), phrase.boost());
        }
        if (recall instanceof Recall.Narrowed narrowed) {
            BooleanQuery.Builder query = new BooleanQuery.Builder().add(query(narrowed.recall()), Occur.MUST);
            narrowed.better().forEach(part -> query.add(query(part), Occur.SHOULD));
            narrowed.without().forEach(part -> query.add(query(part), Occur.MUST_NOT));
            return query.build();
        }
        if (recall instanceof Recall.Unscored inner && !RecallTally.knows(inner)) {
            return new ConstantScoreQuery(query(inner.recall()));
        }
        if (recall instanceof Recall.AtLeast some && (!RecallTally.knows(some) || isOfAllWords(some))) {
            return each(some);
        }
        return new RecallQuery(recall, this);
    }

    /** All of several words: read by the rarest, however many have the others. */
    private static boolean isOfAllWords(Recall.AtLeast some) {
        return some.needed() == some.parts().size()
                && some.parts().stream().anyMatch(part -> part instanceof Recall.AtLeast);
    }

    /** The same, read document by document. */
    Query each(Recall.AtLeast some) {
        Occur occur = some.needed() == some.parts().size() ? Occur.MUST : Occur.SHOULD;
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        some.parts().forEach(part -> query.add(query(part), occur));
        return query.setMinimumNumberShouldMatch(occur == Occur.MUST ? 0 : some.needed())
                .build();
    }

    /** A view of the field's terms from a beginning on; null when there are none. */
    @Nullable
    TermsEnum from(LeafReaderContext leaf, String field, BytesRef start) throws IOException {
        Terms terms = leaf.reader().terms(field);
        if (terms == null) {
            return null;
        }
        TermsEnum each = terms.iterator();
        return each.seekCeil(start) == TermsEnum.SeekStatus.END ? null : each;
    }
}
