package org.chengxin.search.ranking;

import java.util.Arrays;

/**
 * The few pairs of a query and a name character that are alike, chained by diagonal; 0 ends a chain. Used for one name after
 * the other, by one thread.
 */
final class Cells {

    private static final int USUAL = 64;

    private int queryLength;
    private int nameLength;
    /** First cell of each diagonal. */
    final int[] heads = new int[QueryForm.MAX_LENGTH + NameForm.MAX_LENGTH];

    private final int[] tails = new int[heads.length];
    int[] queries = new int[USUAL];
    int[] names = new int[USUAL];
    float[] likeness = new float[USUAL];
    int[] followers = new int[USUAL];
    int firstDiagonal;
    int lastDiagonal;
    private int size;

    /** Empties them for another name. */
    void begin(int queryLength, int nameLength) {
        this.queryLength = queryLength;
        this.nameLength = nameLength;
        Arrays.fill(heads, 0, queryLength + nameLength, 0);
        firstDiagonal = heads.length;
        lastDiagonal = -1;
        size = 1;
    }

    int diagonal(int q, int n) {
        return q - n + nameLength;
    }

    /** Adds a name character, behind those added before it, that is so like the marked characters of the query. */
    void add(long marked, int n, float alike) {
        for (long left = marked; left != 0; left &= left - 1) {
            int q = Long.numberOfTrailingZeros(left);
            if (q < queryLength) {
                add(q, n, alike);
            }
        }
    }

    private void add(int q, int n, float alike) {
        if (size == queries.length) {
            queries = Arrays.copyOf(queries, size * 2);
            names = Arrays.copyOf(names, size * 2);
            likeness = Arrays.copyOf(likeness, size * 2);
            followers = Arrays.copyOf(followers, size * 2);
        }
        queries[size] = q;
        names[size] = n;
        likeness[size] = alike;
        followers[size] = 0;
        int diagonal = diagonal(q, n);
        if (heads[diagonal] == 0) {
            heads[diagonal] = size;
        } else {
            followers[tails[diagonal]] = size;
        }
        tails[diagonal] = size;
        firstDiagonal = Math.min(firstDiagonal, diagonal);
        lastDiagonal = Math.max(lastDiagonal, diagonal);
        size++;
    }
}
