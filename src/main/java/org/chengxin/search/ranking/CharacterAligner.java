package org.chengxin.search.ranking;

import java.util.Arrays;
import org.chengxin.search.ranking.Alignment.How;

/**
 * Lays runs of the query's characters over the name, the weightiest first, so that parts in another order, missing,
 * added and wrong characters are all understood.
 */
final class CharacterAligner {

    /** A homophone alone between mismatches is rather chance than a slip: 是 事 世 are everywhere. */
    private static final float LONELY_HOMOPHONE = 0.5f;
    /** A character without any other of the query around it. */
    private static final float LONELY = 0.6f;
    /** One wrong character or a swap between two matches leaves them this near. */
    private static final int NEAR = 2;
    /** A longer run is worth more than its characters: it fixes the order too. */
    private static final float RUN = 0.15f;
    /** Cost of a jump backwards or far ahead, and of a gap by a wrong, missing or added character. */
    private static final float JUMP = 1f;

    private static final float GAP = 0.4f;

    private final QueryForm query;
    private final NameForm name;
    private final Alignment alignment;
    /** Pairs of a query and a name character that are the same or alike, by diagonal and then in order. */
    private final Cells cells;

    private CharacterAligner(QueryForm query, NameForm name, Alignment alignment) {
        this.query = query;
        this.name = name;
        this.alignment = alignment;
        this.cells = query.cells;
        cells.begin(query.length, name.length);
    }

    static void align(QueryForm query, NameForm name, Alignment alignment) {
        new CharacterAligner(query, name, alignment).run();
    }

    private void run() {
        for (int n = 0; n < name.length; n++) {
            long same = query.marks.same(name.text.at(n));
            long sounding = query.marks.sounding(name.readings[n]) & ~same;
            long alike = query.marks.alike(name.readings[n]) & ~same & ~sounding;
            cells.add(same, n, Likeness.SAME);
            cells.add(sounding, n, Likeness.HOMOPHONE);
            cells.add(alike, n, Likeness.ALIKE);
        }
        while (placeBestRun()) {
            // each round uses up at least one query character
        }
        discountLonely();
        alignment.broken = breaks();
    }

    /** 银 and 海 far apart do not make 银海. */
    private void discountLonely() {
        for (int n = 0; n < name.length; n++) {
            int q = alignment.from[n];
            if (q >= 0 && hasNeighbour(q) && !hasCompany(q, n)) {
                alignment.query[q] *= LONELY;
                alignment.name[n] *= LONELY;
            }
        }
    }

    private boolean hasNeighbour(int q) {
        return (q > 0 && !query.isLetter(q - 1) && !query.text.breakBefore(q))
                || (q + 1 < query.length && !query.isLetter(q + 1) && !query.text.breakBefore(q + 1));
    }

    private boolean hasCompany(int q, int n) {
        for (int near = Math.max(0, n - NEAR); near <= Math.min(name.length - 1, n + NEAR); near++) {
            if (near != n && alignment.from[near] >= 0 && Math.abs(alignment.from[near] - q) <= NEAR) {
                return true;
            }
        }
        return false;
    }

    private boolean placeBestRun() {
        float best = 0;
        int bestEnd = -1;
        int bestLength = 0;
        for (int diagonal = cells.firstDiagonal; diagonal <= cells.lastDiagonal; diagonal++) {
            float value = 0;
            int length = 0;
            int next = -1;
            for (int cell = cells.heads[diagonal]; cell > 0; cell = cells.followers[cell]) {
                int q = cells.queries[cell];
                if (!free(q, cells.names[cell])) {
                    continue;
                }
                if (q != next) {
                    value = 0;
                    length = 0;
                }
                next = q + 1;
                float alike = cells.likeness[cell];
                float lonely = alike < 1 ? LONELY_HOMOPHONE : 1;
                length++;
                value += query.weights[q] * alike * (length == 1 ? lonely : 1 + RUN);
                if (value > best) {
                    best = value;
                    bestLength = length;
                    bestEnd = cell;
                }
            }
        }
        if (bestLength == 0) {
            return false;
        }
        place(bestEnd, bestLength);
        return true;
    }

    private void place(int end, int length) {
        int lastQuery = cells.queries[end];
        int lastName = cells.names[end];
        int cell = cells.heads[cells.diagonal(lastQuery, lastName)];
        while (cells.queries[cell] <= lastQuery - length) {
            cell = cells.followers[cell];
        }
        for (int i = 0; i < length; i++, cell = cells.followers[cell]) {
            int q = cells.queries[cell];
            int n = cells.names[cell];
            float alike = cells.likeness[cell];
            How how = alike == Likeness.SAME ? How.EXACT : alike == Likeness.HOMOPHONE ? How.HOMOPHONE : How.FUZZY;
            float counted = length == 1 && alike < 1 && !continues(q, n) ? alike * LONELY_HOMOPHONE : alike;
            alignment.match(q, n, counted, how);
        }
    }

    private boolean free(int q, int n) {
        return alignment.query[q] == 0 && alignment.isFree(n);
    }

    /** Whether the neighbour on either side is matched in step. */
    private boolean continues(int q, int n) {
        return (n > 0 && q > 0 && alignment.from[n - 1] == q - 1)
                || (n + 1 < name.length && alignment.from[n + 1] == q + 1);
    }

    private float breaks() {
        float broken = 0;
        int[] place = new int[query.length];
        Arrays.fill(place, -1);
        for (int n = 0; n < name.length; n++) {
            if (alignment.from[n] >= 0) {
                place[alignment.from[n]] = n;
            }
        }
        int before = -1;
        for (int q = 0; q < query.length; q++) {
            if (place[q] < 0) {
                continue;
            }
            if (before >= 0) {
                int step = place[q] - place[before];
                boolean typedApart = query.brokenBetween(before, q);
                if (step < 0) {
                    alignment.reordered = true;
                    // blanks say that the order is free
                    broken += typedApart ? 0 : JUMP;
                } else if (step != 1 || q - before != 1) {
                    broken += typedApart ? 0 : step - (q - before) > 3 ? (JUMP + GAP) / 2 : GAP;
                }
            }
            before = q;
        }
        return broken;
    }
}
