package org.chengxin.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.chengxin.search.document.SubjectFields;
import org.chengxin.search.ranking.NameRarity;
import org.jspecify.annotations.Nullable;

/** Counts characters and pairs of the names that are in one state of the index; what was changed or deleted does not count. */
final class NamesCounted {

    private final LeafReader leaf;
    private @Nullable PostingsEnum postings;

    private NamesCounted(LeafReader leaf) {
        this.leaf = leaf;
    }

    static NameRarity of(IndexReader reader) throws IOException {
        NameRarity.Counter counter = new NameRarity.Counter();
        int subjects = 0;
        for (LeafReaderContext context : reader.leaves()) {
            NamesCounted names = new NamesCounted(context.reader());
            names.count("names.pairs", (term, documents) -> {
                if (term.length() == 2) {
                    counter.pair(term.charAt(0), term.charAt(1), documents);
                }
            });
            names.count("names.characters", (term, documents) -> counter.character(term.charAt(0), documents));
            subjects += names.subjects();
        }
        return counter.among(subjects);
    }

    private interface Counting {
        void add(CharsRefBuilder term, int documents);
    }

    private void count(String field, Counting counting) throws IOException {
        Terms terms = leaf.terms(field);
        if (terms == null) {
            return;
        }
        CharsRefBuilder term = new CharsRefBuilder();
        TermsEnum each = terms.iterator();
        for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
            term.copyUTF8Bytes(bytes);
            counting.add(term, documents(each));
        }
    }

    private int subjects() throws IOException {
        Terms terms = leaf.terms(SubjectFields.DOC);
        TermsEnum kinds = terms == null ? null : terms.iterator();
        return kinds != null && kinds.seekExact(new BytesRef(SubjectFields.SUBJECT)) ? documents(kinds) : 0;
    }

    private int documents(TermsEnum term) throws IOException {
        if (leaf.getLiveDocs() == null) {
            return term.docFreq();
        }
        postings = term.postings(postings, PostingsEnum.NONE);
        int documents = 0;
        for (int document = postings.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = postings.nextDoc()) {
            documents += leaf.getLiveDocs().get(document) ? 1 : 0;
        }
        return documents;
    }

    /** Subjects, those changed since and not merged away included: what costs nothing to know. */
    static int roughly(IndexReader reader) throws IOException {
        return reader.getDocCount("names");
    }
}
