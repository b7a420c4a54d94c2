package org.chengxin.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.chengxin.search.ranking.NameRarity;

/** Counts characters and pairs of names in one state of the index. */
final class NamesCounted {

    private NamesCounted() {}

    static NameRarity of(IndexReader reader) throws IOException {
        NameRarity.Counter counter = new NameRarity.Counter();
        CharsRefBuilder term = new CharsRefBuilder();
        Terms terms = MultiTerms.getTerms(reader, "names.pairs");
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
                term.copyUTF8Bytes(bytes);
                if (term.length() == 2) {
                    counter.pair(term.charAt(0), term.charAt(1), each.docFreq());
                }
            }
        }
        terms = MultiTerms.getTerms(reader, "names.characters");
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
                term.copyUTF8Bytes(bytes);
                counter.character(term.charAt(0), each.docFreq());
            }
        }
        return counter.among(documents(reader));
    }

    /** Subjects, those changed since and not merged away included. */
    static int documents(IndexReader reader) throws IOException {
        return reader.getDocCount("names");
    }
}
