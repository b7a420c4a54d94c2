package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.chengxin.search.ranking.Rarity;

/** Rarity of characters and pairs as counted in one state of the index. */
final class NameRarity implements Rarity {

    /** Slots for pairs; 200,000 names have some 400,000 pairs, which share few slots. */
    private static final int PAIR_SLOTS = 1 << 20;
    /** In a small index each word is rare; this many imagined other names keep its numbers meaningful. */
    private static final int IMAGINED = 1_000;

    private final byte[] characters = new byte[1 << 16];
    private final byte[] pairs = new byte[PAIR_SLOTS];
    private final int names;

    private NameRarity(int names) {
        this.names = names;
    }

    static NameRarity count(IndexReader reader) throws IOException {
        NameRarity rarity = new NameRarity(reader.numDocs());
        int[] single = new int[1 << 16];
        int[] paired = new int[PAIR_SLOTS];
        CharsRefBuilder term = new CharsRefBuilder();
        Terms terms = MultiTerms.getTerms(reader, "names.pairs");
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
                term.copyUTF8Bytes(bytes);
                if (term.length() == 2) {
                    paired[slot(term.charAt(0), term.charAt(1))] += each.docFreq();
                }
            }
        }
        terms = MultiTerms.getTerms(reader, "names.characters");
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
                term.copyUTF8Bytes(bytes);
                single[term.charAt(0)] += each.docFreq();
            }
        }
        rarity.fill(single, rarity.characters);
        rarity.fill(paired, rarity.pairs);
        return rarity;
    }

    private void fill(int[] counts, byte[] rarities) {
        double all = Math.log(names + IMAGINED);
        // most slots are empty, and logarithms are slow
        Arrays.fill(rarities, Byte.MAX_VALUE);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                continue;
            }
            double rarity = Math.log((names + IMAGINED) / (counts[i] + 1.0)) / all;
            rarities[i] = (byte) Math.round(127 * Math.max(0, Math.min(1, rarity)));
        }
    }

    /** Names counted. */
    int names() {
        return names;
    }

    @Override
    public float character(char c) {
        return characters[c] / 127f;
    }

    @Override
    public float pair(char first, char second) {
        return pairs[slot(first, second)] / 127f;
    }

    private static int slot(char first, char second) {
        int hash = (first * 31 + second) * 0x9E3779B9;
        return hash >>> 12;
    }
}
