package org.chengxin.search.ranking;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Rarity of characters and pairs as counted in one state of an index. */
public final class NameRarity implements Rarity {

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

    /** Counts names of documents: in how many of them a character or a pair is. */
    public static final class Counter {
        private final int[] characters = new int[1 << 16];
        private final int[] pairs = new int[PAIR_SLOTS];

        /** So many documents more have a character. */
        public void character(char c, int documents) {
            characters[c] += documents;
        }

        /** So many documents more have two characters side by side. */
        public void pair(char first, char second, int documents) {
            pairs[slot(first, second)] += documents;
        }

        /** Writes what was counted. */
        public void write(DataOutput out) throws IOException {
            write(characters, out);
            write(pairs, out);
        }

        /** Adds what {@link #write} wrote. */
        public void read(DataInput in) throws IOException {
            read(characters, in);
            read(pairs, in);
        }

        /** Most slots are empty. */
        private static void write(int[] counts, DataOutput out) throws IOException {
            out.writeInt((int) Arrays.stream(counts).filter(count -> count != 0).count());
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 0) {
                    out.writeInt(i);
                    out.writeInt(counts[i]);
                }
            }
        }

        private static void read(int[] counts, DataInput in) throws IOException {
            for (int left = in.readInt(); left > 0; left--) {
                int slot = in.readInt();
                counts[slot] += in.readInt();
            }
        }

        /** The rarities among so many documents. */
        public NameRarity among(int documents) {
            NameRarity rarity = new NameRarity(documents);
            rarity.fill(characters, rarity.characters);
            rarity.fill(pairs, rarity.pairs);
            return rarity;
        }
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
