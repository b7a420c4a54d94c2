package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/** Adds up the scores of documents of a leaf. Kept by each thread, because room for all documents is costly to make anew. */
final class Scores {

    private static final ThreadLocal<Scores> KEPT = ThreadLocal.withInitial(() -> new Scores(0));
    /** Sorting one document costs as much as walking through so many words of marks. */
    private static final int WORDS = 64;
    /** Stepping through so many postings costs as much as one jump among them. */
    private static final int FEW = 4;

    private final int room;
    private final float[] sums;
    private final short[] counts;
    /** A bit for each document, all off but while {@link #order} works. */
    private final long[] marks;
    /** The documents with a count, in the order they were met unless {@link #ordered}. */
    private int[] met = new int[256];

    private int size;
    private boolean ordered = true;

    private Scores(int room) {
        this.room = room;
        sums = new float[room];
        counts = new short[room];
        marks = new long[(room + Long.SIZE - 1) / Long.SIZE];
    }

    /** Empty scores of this thread with room for so many documents; those handed out before are void. */
    static Scores of(int documents) {
        Scores kept = KEPT.get();
        if (kept.room < documents) {
            kept = new Scores(documents);
            KEPT.set(kept);
        }
        kept.keep(Integer.MAX_VALUE);
        return kept;
    }

    private void add(int document, float score) {
        if (counts[document]++ == 0) {
            if (size == met.length) {
                met = Arrays.copyOf(met, size * 2);
            }
            ordered &= size == 0 || met[size - 1] < document;
            met[size++] = document;
        }
        sums[document] += score;
    }

    /** Adds a score to each document. */
    void addAll(PostingsEnum postings, float score) throws IOException {
        for (int document = postings.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = postings.nextDoc()) {
            add(document, score);
        }
    }

    /** Adds to each document its own score. */
    void addAll(Tallied tallied) {
        for (int i = 0; i < tallied.size(); i++) {
            add(tallied.documents()[i], tallied.scores()[i]);
        }
    }

    /** Adds a score to those documents that were counted so often at least, and forgets the others. */
    void addToMet(PostingsEnum postings, float score, int least) throws IOException {
        keep(least);
        if (postings.cost() < (long) FEW * size) {
            addToCounted(postings, score);
            return;
        }
        int at = -1;
        for (int i = 0; i < size; i++) {
            int document = met[i];
            if (at < document) {
                at = postings.advance(document);
            }
            if (at == document) {
                counts[document]++;
                sums[document] += score;
            }
        }
    }

    private void addToCounted(PostingsEnum postings, float score) throws IOException {
        for (int document = postings.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = postings.nextDoc()) {
            if (counts[document] > 0) {
                counts[document]++;
                sums[document] += score;
            }
        }
    }

    /** Forgets the documents that were counted less often; puts the others in order. */
    private void keep(int least) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int document = met[i];
            if (counts[document] >= least) {
                met[kept++] = document;
            } else {
                counts[document] = 0;
                sums[document] = 0;
            }
        }
        size = kept;
        if (!ordered) {
            order();
        }
        ordered = true;
    }

    private void order() {
        if (size < marks.length / WORDS) {
            Arrays.sort(met, 0, size);
            return;
        }
        for (int i = 0; i < size; i++) {
            marks[met[i] / Long.SIZE] |= 1L << met[i];
        }
        int at = 0;
        for (int word = 0; at < size; word++) {
            for (long left = marks[word]; left != 0; left &= left - 1) {
                met[at++] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
            marks[word] = 0;
        }
    }

    /** The documents counted so often at least; leaves the scores empty. */
    Tallied take(int least) {
        keep(least);
        if (size == 0) {
            return Tallied.NOTHING;
        }
        int[] documents = Arrays.copyOf(met, size);
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            scores[i] = sums[documents[i]];
        }
        keep(Integer.MAX_VALUE);
        return new Tallied(documents, scores, scores.length);
    }
}
