package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chengxin.search.MatchAnswer;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.ranking.Agreement.Carries;
import org.chengxin.search.ranking.Agreement.Said;

/** Orders the subjects an engine has brought for a match query and says whether the first is surely the one. */
public final class Matching {

    /** A code that is the subject's own stands above every name. */
    private static final double CODE = 2;
    /** Another code pushes it behind those of which none is known. */
    private static final double OTHER_CODE = -0.3;
    /** Place, representative and site order those of one name. */
    private static final double BESIDE = 0.1;
    /** Who carries the name as a whole stands before who is like it. */
    private static final double NOW = 1.2;

    private static final double WITHOUT_FORM = 1.17;
    private static final double OTHER_NAME = 1.15;

    private final MatchQuery query;
    private final MatchReading reading;
    private final Ranker ranker;

    /** @param home code prefix of the portal's own region, for ties */
    public Matching(MatchQuery query, MatchReading reading, Rarity rarity, String home) {
        this.query = query;
        this.reading = reading;
        this.ranker = new Ranker(reading.name(), rarity, home);
    }

    private record Scored(Agreement agreement, double score) {}

    /** How much the name of the likeliest resembles the one asked for; 0 without candidates. */
    public double resemblance(List<Candidate> candidates) {
        return candidates.isEmpty() ? 0 : ranker.rank(candidates).get(0).score();
    }

    /**
     * Judges and orders what recall brought.
     *
     * @param limit most candidates to name
     */
    public MatchAnswer answer(List<Candidate> candidates, int limit) {
        List<Scored> scored = new ArrayList<>();
        List<Agreement> all = new ArrayList<>();
        // ranked first: equal scores keep the order of the ranking
        for (Ranked ranked : ranker.rank(candidates)) {
            Agreement agreement = Agreement.of(query, reading, ranked);
            all.add(agreement);
            if (isCandidate(agreement)) {
                scored.add(new Scored(agreement, score(agreement)));
            }
        }
        scored.sort(Comparator.comparingDouble(one -> -one.score));
        boolean sure = !scored.isEmpty() && new Sureness(reading, all).isSure(scored.get(0).agreement);
        return new MatchAnswer(
                sure, scored.stream().limit(limit).map(one -> named(one)).toList());
    }

    private static boolean isCandidate(Agreement agreement) {
        boolean like = agreement.ranked().score() >= Ranker.HIT
                || agreement.carries() != Carries.NOT
                || agreement.code() == Said.SAME
                || agreement.site() == Said.SAME;
        // natural persons are joined with nothing by their names, and not offered for it
        return like && !agreement.candidate().person();
    }

    private static double score(Agreement agreement) {
        double carried =
                switch (agreement.carries()) {
                    case NOW -> NOW;
                    case WITHOUT_FORM -> WITHOUT_FORM;
                    case FORMERLY, FORMERLY_WITHOUT_FORM, ALIAS -> OTHER_NAME;
                    case NOT -> 0;
                };
        double code = agreement.code() == Said.SAME ? CODE : agreement.code() == Said.DIFFERENT ? OTHER_CODE : 0;
        return Math.max(0, Math.max(carried, agreement.ranked().score()) + code + BESIDE * agreement.balance());
    }

    private MatchAnswer.Candidate named(Scored one) {
        Candidate candidate = one.agreement.candidate();
        return new MatchAnswer.Candidate(
                candidate.id(), candidate.name(), candidate.uscc(), one.score, one.agreement.evidence(query));
    }
}
