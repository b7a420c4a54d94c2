package org.chengxin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Gathers weighted terms into one query of which a share must match. */
final class RecallQueries {

    /** Terms in more than this share of names cost much and tell little; reranking sees them anyway. */
    private static final double TOO_COMMON = 0.08;
    /** In a small index nothing is too common. */
    private static final int SMALL = 2_000;
    /** When all terms are common the rarest few still have to serve. */
    private static final int AT_LEAST = 2;
    /** More clauses make no difference to the first 150. */
    private static final int MAX_CLAUSES = 40;

    private record Weighed(Term term, TermStates states, int count, float weight) {}

    private final IndexSearcher searcher;
    private final double names;
    private final List<Weighed> rare = new ArrayList<>();
    private final List<Weighed> common = new ArrayList<>();
    private final Set<Term> seen = new HashSet<>();
    private final boolean absentCounts;
    private int asked;

    /** @param absentCounts whether terms that no document has raise what is asked for */
    RecallQueries(IndexSearcher searcher, boolean absentCounts) {
        this.absentCounts = absentCounts;
        this.searcher = searcher;
        IndexReader reader = searcher.getIndexReader();
        this.names = Math.max(1, reader.maxDoc());
    }

    /** Adds terms of a field; terms given twice count once. */
    RecallQueries add(String field, Collection<String> terms, float weight) throws IOException {
        for (String text : terms) {
            Term term = new Term(field, text);
            if (!seen.add(term)) {
                continue;
            }
            TermStates states = TermStates.build(searcher, term, true);
            int count = states.docFreq();
            if (count == 0) {
                asked += absentCounts ? 1 : 0;
                continue;
            }
            float rarity = (float) Math.log(1 + names / count);
            Weighed weighed = new Weighed(term, states, count, weight * rarity);
            if (names > SMALL && count > names * TOO_COMMON) {
                common.add(weighed);
            } else {
                asked++;
                rare.add(weighed);
            }
        }
        return this;
    }

    /**
     * The query, null when no document has any of the terms.
     *
     * @param share of the terms asked for that a document must have, those that are nowhere included
     */
    @Nullable
    Query build(double share) {
        return query(wanted -> (int) Math.ceil(share * wanted - 1e-6));
    }

    /** The query, null when no document has any of the terms; {@code missing} of the terms asked for may be missing. */
    @Nullable
    Query buildWithout(int missing) {
        return query(wanted -> wanted - missing);
    }

    private @Nullable Query query(IntUnaryOperator share) {
        List<Weighed> terms = new ArrayList<>(rare);
        terms.sort(Comparator.comparingInt(Weighed::count));
        int wanted = asked;
        if (terms.size() > MAX_CLAUSES) {
            wanted -= terms.size() - MAX_CLAUSES;
            terms = terms.subList(0, MAX_CLAUSES);
        }
        common.sort(Comparator.comparingInt(Weighed::count));
        for (int i = 0; i < common.size() && terms.size() < AT_LEAST && asked == rare.size(); i++) {
            terms.add(common.get(i));
            wanted++;
        }
        if (terms.isEmpty()) {
            return null;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Weighed weighed : terms) {
            query.add(new BoostQuery(new TermQuery(weighed.term, weighed.states), weighed.weight), Occur.SHOULD);
        }
        int needed = share.applyAsInt(wanted);
        query.setMinimumNumberShouldMatch(Math.max(1, Math.min(needed, terms.size())));
        return query.build();
    }
}
