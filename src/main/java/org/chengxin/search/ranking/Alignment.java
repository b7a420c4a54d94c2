package org.chengxin.search.ranking;

import java.util.Arrays;

/** Which character of a name answers which character of the query, how well, and how. */
final class Alignment {

    /** How a character of a name was matched, best first. */
    enum How {
        EXACT,
        PINYIN,
        INITIAL,
        HOMOPHONE,
        FUZZY,
        NONE
    }

    /** Likeness of each name character to what answers it, 0 for unmatched. */
    final float[] name;

    final How[] how;
    /** Query position that answers a name character, -1 for none. */
    final int[] from;
    /** How well each query character is explained, 0 to 1. */
    final float[] query;
    /** Cost of pieces that are out of order or apart. */
    float broken;

    boolean reordered;

    Alignment(int queryLength, int nameLength) {
        name = new float[nameLength];
        how = new How[nameLength];
        Arrays.fill(how, How.NONE);
        from = new int[nameLength];
        Arrays.fill(from, -1);
        query = new float[queryLength];
    }

    void match(int q, int n, float likeness, How kind) {
        query[q] = likeness;
        name[n] = likeness;
        how[n] = kind;
        from[n] = q;
    }

    boolean isFree(int n) {
        return from[n] < 0;
    }
}
