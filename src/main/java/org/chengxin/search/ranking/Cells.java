package org.chengxin.search.ranking;

import java.util.Arrays;

/** The few pairs of a query and a name character that are alike, chained by diagonal; 0 ends a chain. */
final class Cells {

    private static final int USUAL = 64;

    private final int queryLength;
    private final int nameLength;
    /** First cell of each diagonal. */
    final int[] heads;

    private final int[] tails;
    int[] queries = new int[USUAL];
    int[] names = new int[USUAL];
    float[] likeness = new float[USUAL];
    int[] followers = new int[USUAL];
    int firstDiagonal;
    int lastDiagonal = -1;
    private int size = 1;

    Cells(int queryLength, int nameLength) {
        this.queryLength = queryLength;
        this.nameLength = nameLength;
        heads = new int[queryLength + nameLength];
        tails = new int[queryLength + nameLength];
        firstDiagonal = heads.length;
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
