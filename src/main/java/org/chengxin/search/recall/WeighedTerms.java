package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers weighted terms into one recall of which a share must match. */
public final class WeighedTerms {

    /** Terms in more than this share of names cost much and tell little; reranking sees them anyway. */
    private static final double TOO_COMMON = 0.08;
    /** In a small index nothing is too common. */
    private static final int SMALL = 2_000;
    /** When all terms are common the rarest few still have to serve. */
    private static final int AT_LEAST = 2;
    /** More clauses make no difference to those that are ranked. */
    private static final int MAX_CLAUSES = 40;

    /** Boosts are whole steps of 1/1024: a float adds them up exactly, in whatever order an engine comes to them. */
    private static final float STEPS = 1_024;

    private record Weighed(Recall.Term term, long count) {}

    private final TermCounts counts;
    private final boolean absentCounts;
    private final Set<Recall.Term> terms = new LinkedHashSet<>();

    /**
     * Begins with no term.
     *
     * @param absentCounts whether terms that no document has raise what is asked for
     */
    public WeighedTerms(TermCounts counts, boolean absentCounts) {
        this.counts = counts;
        this.absentCounts = absentCounts;
    }

    /** Adds terms of a field; terms given twice count once. */
    public WeighedTerms add(String field, Collection<String> texts, float weight) {
        texts.forEach(text -> terms.add(new Recall.Term(field, text, weight)));
        return this;
    }

    /**
     * The recall.
     *
     * @return null when no document has any of the terms
     * @param share of the terms asked for that a document must have, those that are nowhere included
     */
    public @Nullable Recall build(double share) throws IOException {
        return recall(wanted -> (int) Math.ceil(share * wanted - 1e-6), false);
    }

    /** The recall, null when no document has any of the terms; {@code missing} of the terms asked for may be missing. */
    public @Nullable Recall buildWithout(int missing) throws IOException {
        return recall(wanted -> wanted - missing, false);
    }

    /**
     * The recall; null when fewer of the terms than needed are in any document.
     *
     * @param needed how many a document must have of so many asked for
     */
    public @Nullable Recall buildStrictly(IntUnaryOperator needed) throws IOException {
        return recall(needed, true);
    }

    private @Nullable Recall recall(IntUnaryOperator share, boolean strictly) throws IOException {
        if (terms.isEmpty()) {
            return null;
        }
        double documents = counts.documents();
        List<Recall.Term> asking = List.copyOf(terms);
        long[] found = counts.of(asking);
        List<Weighed> rare = new ArrayList<>();
        List<Weighed> common = new ArrayList<>();
        int asked = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0) {
                asked += absentCounts ? 1 : 0;
                continue;
            }
            Recall.Term term = asking.get(i);
            float rarity = (float) Math.log(1 + documents / found[i]);
            float boost = Math.round(term.boost() * rarity * STEPS) / STEPS;
            Weighed weighed = new Weighed(new Recall.Term(term.field(), term.text(), boost), found[i]);
            if (documents > SMALL && found[i] > documents * TOO_COMMON) {
                common.add(weighed);
            } else {
                asked++;
                rare.add(weighed);
            }
        }
        int wanted = asked;
        boolean absent = asked > rare.size();
        rare.sort(Comparator.comparingLong(Weighed::count));
        List<Weighed> kept = rare;
        if (rare.size() > MAX_CLAUSES) {
            wanted -= rare.size() - MAX_CLAUSES;
            kept = new ArrayList<>(rare.subList(0, MAX_CLAUSES));
        }
        common.sort(Comparator.comparingLong(Weighed::count));
        for (int i = 0; i < common.size() && kept.size() < AT_LEAST && !absent; i++) {
            kept.add(common.get(i));
            wanted++;
        }
        if (kept.isEmpty()) {
            return null;
        }
        int atLeast = share.applyAsInt(wanted);
        if (strictly && atLeast > kept.size()) {
            return null;
        }
        int needed = Math.max(1, Math.min(atLeast, kept.size()));
        return new Recall.AtLeast(
                needed, kept.stream().<Recall>map(Weighed::term).toList());
    }
}
