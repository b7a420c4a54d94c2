package org.chengxin.search.recall;

import java.util.Locale;
import org.chengxin.search.ranking.Ranker;

/** Ways to look for candidates, in the order they are tried. */
enum Way {
    /** By a code or an address. */
    DIRECT(SubjectSearch.WINDOW, false, Ranker.HIT),
    /** Names of which much agrees. */
    STRICT(SubjectSearch.WINDOW, false, Ranker.HIT),
    /** Whatever has some of the evidence: a rescue for slips. */
    WIDE(SubjectSearch.WINDOW, true, Ranker.HIT),
    /** What is merely like it: no hits. A name that shares a syllable or a word of trade would puzzle. */
    NEAR(SubjectSearch.WINDOW, true, 0.25);

    /** How many candidates are ranked. */
    final int window;
    /** Whether what lies beyond the window is no hit: a rescue is not a meaning. */
    final boolean rescue;
    /** Score from which on a candidate is taken. */
    final double least;

    Way(int window, boolean rescue, double least) {
        this.window = window;
        this.rescue = rescue;
        this.least = least;
    }

    /** The word for it in explanations. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
