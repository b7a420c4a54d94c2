package org.chengxin.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Adds up the scores of documents of a leaf. Kept by each thread, because room for all documents is costly to make anew. */
final class Scores {

    private static final ThreadLocal<Scores> KEPT = ThreadLocal.withInitial(() -> new Scores(0));

    private final int room;
    private final float[] sums;
    private final short[] counts;
    private final FixedBitSet met;
    private int size;

    private Scores(int room) {
        this.room = room;
        sums = new float[room];
        counts = new short[room];
        met = new FixedBitSet(Math.max(1, room));
    }

    /** Empty scores of this thread with room for so many documents; those handed out before are void. */
    static Scores of(int documents) {
        Scores kept = KEPT.get();
        if (kept.room < documents) {
            kept = new Scores(documents);
            KEPT.set(kept);
        }
        kept.take(Integer.MAX_VALUE);
        return kept;
    }

    private void add(int document, float score) {
        if (counts[document]++ == 0) {
            met.set(document);
            size++;
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

    /** Adds a score to those documents that have one already and were counted so often at least. */
    void addToMet(PostingsEnum postings, float score, int least) throws IOException {
        if (size == 0) {
            return;
        }
        int at = -1;
        for (int document = next(0); document >= 0; document = next(document + 1)) {
            if (counts[document] < least) {
                continue;
            }
            if (at < document) {
                at = postings.advance(document);
            }
            if (at == document) {
                counts[document]++;
                sums[document] += score;
            }
        }
    }

    private int next(int from) {
        if (from >= room) {
            return -1;
        }
        int document = met.nextSetBit(from);
        return document == DocIdSetIterator.NO_MORE_DOCS ? -1 : document;
    }

    /** The documents counted so often at least; leaves the scores empty. */
    Tallied take(int least) {
        if (size == 0) {
            return Tallied.NOTHING;
        }
        int[] documents = new int[size];
        float[] scores = new float[size];
        int taken = 0;
        for (int document = next(0); document >= 0; document = next(document + 1)) {
            if (counts[document] >= least) {
                documents[taken] = document;
                scores[taken++] = sums[document];
            }
            counts[document] = 0;
            sums[document] = 0;
            met.clear(document);
        }
        size = 0;
        return new Tallied(documents, scores, taken);
    }
}
