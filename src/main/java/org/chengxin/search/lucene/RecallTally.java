package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.chengxin.search.recall.Recall;
import org.jspecify.annotations.Nullable;

/**
 * Works out recall on one leaf, term after term. Where a share of the terms is needed, the rarest are read whole, so many
 * that no document can do without all of them; in the others only the documents met so far are looked for. Terms are few and
 * mostly rare, so this costs a fraction of walking all of them document by document.
 */
final class RecallTally {

    private final LeafReaderContext leaf;
    private final LuceneTerms terms;

    private RecallTally(LeafReaderContext leaf, LuceneTerms terms) {
        this.leaf = leaf;
        this.terms = terms;
    }

    /** Documents of a leaf that the recall asks for; deleted ones may be among them. */
    static Tallied of(LeafReaderContext leaf, LuceneTerms terms, Recall recall) throws IOException {
        return new RecallTally(leaf, terms).tally(recall);
    }

    private Tallied tally(Recall recall) throws IOException {
        if (recall instanceof Recall.AtLeast some) {
            return atLeast(some);
        }
        if (recall instanceof Recall.Term wanted) {
            return whole(terms.documents(leaf, new Term(wanted.field(), wanted.text())), wanted.boost());
        }
        if (recall instanceof Recall.All) {
            return whole(terms.documents(leaf, terms.kind()), 1);
        }
        if (recall instanceof Recall.Start start) {
            return start(start);
        }
        if (recall instanceof Recall.OneOf one) {
            return unscored(atLeast(new Recall.AtLeast(
                    1,
                    one.texts().stream()
                            .<Recall>map(text -> new Recall.Term(one.field(), text, 1))
                            .toList())));
        }
        if (recall instanceof Recall.Unscored inner) {
            return unscored(tally(inner.recall()));
        }
        if (recall instanceof Recall.Nothing) {
            return Tallied.NOTHING;
        }
        throw new IllegalArgumentException("cannot be tallied: " + recall);
    }

    /**
     * About how many postings a recall has in the whole index that are read one after the other, whatever else is asked. Only of
     * recalls that can be read document by document as well, and cost most: terms of which a share is needed, or such shares
     * themselves; 0 for others.
     */
    static long cost(LuceneTerms terms, Recall recall) throws IOException {
        return recall instanceof Recall.AtLeast some && isOfTerms(some) ? postings(terms, some) : 0;
    }

    private static boolean isOfTerms(Recall.AtLeast some) {
        return some.parts().stream()
                .allMatch(part ->
                        part instanceof Recall.Term || (part instanceof Recall.AtLeast inner && isOfTerms(inner)));
    }

    private static long postings(LuceneTerms terms, Recall part) throws IOException {
        if (!(part instanceof Recall.AtLeast some)) {
            return terms.documents((Recall.Term) part);
        }
        long[] counts = new long[some.parts().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = postings(terms, some.parts().get(i));
        }
        Arrays.sort(counts);
        return Arrays.stream(counts, 0, counts.length - some.needed() + 1).sum();
    }

    /** Whether a recall is of terms only: phrases are better read document by document. */
    static boolean knows(Recall recall) {
        if (recall instanceof Recall.AtLeast some) {
            return some.parts().stream().allMatch(RecallTally::knows);
        }
        return recall instanceof Recall.Unscored inner
                ? knows(inner.recall())
                : !(recall instanceof Recall.Phrase || recall instanceof Recall.Narrowed);
    }

    private static Tallied unscored(Tallied tallied) {
        Arrays.fill(tallied.scores(), 0, tallied.size(), 1);
        return tallied;
    }

    private static Tallied whole(@Nullable PostingsEnum postings, float score) throws IOException {
        if (postings == null) {
            return Tallied.NOTHING;
        }
        int[] documents = new int[Math.toIntExact(postings.cost())];
        int size = 0;
        for (int document = postings.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = postings.nextDoc()) {
            documents[size++] = document;
        }
        float[] scores = new float[size];
        Arrays.fill(scores, score);
        return new Tallied(documents, scores, size);
    }

    private Tallied start(Recall.Start start) throws IOException {
        BytesRef beginning = new BytesRef(start.start());
        TermsEnum each = terms.from(leaf, start.field(), beginning);
        if (each == null) {
            return Tallied.NOTHING;
        }
        Scores scores = Scores.of(leaf.reader().maxDoc());
        PostingsEnum postings = null;
        for (BytesRef term = each.term();
                term != null && StringHelper.startsWith(term, beginning);
                term = each.next()) {
            postings = each.postings(postings, PostingsEnum.NONE);
            scores.addAll(postings, 1);
        }
        return unscored(scores.take(1));
    }

    private Tallied atLeast(Recall.AtLeast some) throws IOException {
        List<Tallied> inner = new ArrayList<>();
        List<Recall.Term> plain = new ArrayList<>();
        for (Recall part : some.parts()) {
            if (part instanceof Recall.Term term) {
                plain.add(term);
            } else {
                // before the scores of this level are begun: there is one set of them
                inner.add(tally(part));
            }
        }
        Scores scores = Scores.of(leaf.reader().maxDoc());
        inner.forEach(scores::addAll);
        int parts = some.parts().size();
        // behind this many parts a document that has none of them cannot reach what is needed
        int decisive = parts - some.needed() + 1;
        int read = inner.size();
        for (Recall.Term term : plain) {
            PostingsEnum postings = terms.documents(leaf, new Term(term.field(), term.text()));
            if (postings != null && read < decisive) {
                scores.addAll(postings, term.boost());
            } else if (postings != null) {
                scores.addToMet(postings, term.boost(), some.needed() - (parts - read));
            }
            read++;
        }
        return scores.take(some.needed());
    }
}
