package org.chengxin.search.ranking;

import org.chengxin.search.text.Syllables;

/**
 * Which characters of a query are the same as, sound like, or are confused with a given one: a bit for each position. Made
 * once for a query and asked for every character of every candidate.
 */
final class CharacterMarks {

    /** A bit of a long for each position. */
    static final int MAX_LENGTH = Long.SIZE;

    private static final int SLOTS = 4 * MAX_LENGTH;

    private final char[] characters = new char[SLOTS];
    private final long[] same = new long[SLOTS];
    private final long[] sounds = new long[Syllables.count()];
    private final long[] alike = new long[Syllables.count()];

    /** Marks a position of the query. */
    void mark(int position, char c, int[] readings) {
        long bit = 1L << position;
        int slot = slot(c);
        characters[slot] = c;
        same[slot] |= bit;
        for (int reading : readings) {
            sounds[reading] |= bit;
            alike[Syllables.folded(reading)] |= bit;
        }
    }

    /** Positions with the very character. */
    long same(char c) {
        return same[slot(c)];
    }

    /** Positions that share a reading. */
    long sounding(int[] readings) {
        long found = 0;
        for (int reading : readings) {
            found |= sounds[reading];
        }
        return found;
    }

    /** Positions with a reading that is confused with one of these. */
    long alike(int[] readings) {
        long found = 0;
        for (int reading : readings) {
            found |= alike[Syllables.folded(reading)];
        }
        return found;
    }

    private int slot(char c) {
        int slot = ((c * 0x9E37) >>> 4) & (SLOTS - 1);
        while (same[slot] != 0 && characters[slot] != c) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
