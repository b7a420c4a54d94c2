package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.search.ranking.Ranked;
import org.jspecify.annotations.Nullable;

/**
 * Hits in order.
 *
 * @param ranked the first ones, branches grouped under their company
 * @param all every hit that was ranked, grouped or not; empty when more follow
 * @param beyond what follows in recall order, null when all hits were ranked
 * @param from where in {@code beyond} those begin that were not ranked
 * @param way how they were found, null when nothing was ranked
 */
record Found(
        List<Grouped> ranked,
        List<SubjectFace> all,
        SubjectState.@Nullable Answer beyond,
        int from,
        @Nullable Way way) {

    /**
     * A place in the order.
     *
     * @param ranked null for what follows in recall order
     * @param branches how many are counted with it
     */
    record Grouped(SubjectFace brought, @Nullable Ranked ranked, long branches) {

        double score() {
            return ranked == null ? 0 : ranked.score();
        }
    }

    static Found nothing() {
        return new Found(List.of(), List.of(), null, 0, null);
    }

    /** Hits, grouped or not: what the facets count too. */
    long total() throws IOException {
        return beyond == null ? all.size() : beyond.total();
    }

    /** How many places there are. */
    long places() throws IOException {
        return ranked.size() + (beyond == null ? 0 : Math.max(0, beyond.total() - from));
    }

    /** Score of the first, 0 for none. */
    double best() {
        return ranked.isEmpty() ? 0 : ranked.get(0).score();
    }

    /** Score of the last that was ranked, 0 for none. */
    double lowest() {
        return ranked.isEmpty() ? 0 : ranked.get(ranked.size() - 1).score();
    }

    /** At most so many places from one on, counted from 0. */
    List<Grouped> slice(int first, int count) throws IOException {
        List<Grouped> slice = new ArrayList<>();
        for (int i = first; i < ranked.size() && slice.size() < count; i++) {
            slice.add(ranked.get(i));
        }
        if (beyond != null && slice.size() < count) {
            int skipped = Math.max(0, first - ranked.size());
            for (SubjectFace brought : beyond.slice(from + skipped, count - slice.size())) {
                slice.add(new Grouped(brought, null, 0));
            }
        }
        return slice;
    }
}
