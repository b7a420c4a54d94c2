package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Suggestion;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.ranking.Ranked;
import org.chengxin.search.ranking.Ranker;
import org.chengxin.search.ranking.ReadQuery;

/**
 * Offers subjects while one types: by the beginning of name or brand, in characters, pinyin or initials, or of a code;
 * local ones before others. Knows nothing of representatives or records.
 */
public final class SuggestSearch<D> {

    /** Enough to rank well for the few shown, few enough to be done within milliseconds. */
    private static final int CANDIDATES = 150;
    /** A suggestion that agrees less than this would surprise. */
    private static final double OFFERED = 0.5;

    private final SubjectState<D> state;
    private final ReadQuery read;
    private final String home;
    private final long now;

    /**
     * Begins.
     *
     * @param read what is typed so far
     * @param home code prefix of the portal's own region, whose subjects come first
     * @param now epoch milliseconds
     */
    public SuggestSearch(SubjectState<D> state, ReadQuery read, String home, long now) {
        this.state = state;
        this.read = read.withoutPerson();
        this.home = home;
        this.now = now;
    }

    /** At most so many, best first. */
    public List<Suggestion> suggest(int size) throws IOException {
        if (read.isEmpty()) {
            return List.of();
        }
        List<Recall.Start> starts = new ArrayList<>();
        if (read.text().length() > 0) {
            starts.add(new Recall.Start("names.starts", read.text().text()));
        }
        if (read.code() != null) {
            starts.add(new Recall.Start("codes", read.code()));
        }
        if (read.site() != null) {
            starts.add(new Recall.Start("sites", read.site()));
        }
        List<Brought<D>> brought = state.starting(starts, home, now, CANDIDATES);
        if (brought.isEmpty() && read.text().length() > 1) {
            Recall strict = new SubjectRecall(state.counts(), read).strict();
            brought = state.ask(strict, SubjectQuery.of("", size), now, SubjectQuery.Sort.RELEVANCE)
                    .slice(0, CANDIDATES);
        }
        return ranked(brought.stream().map(Brought::candidate).toList(), size);
    }

    private List<Suggestion> ranked(List<Candidate> candidates, int size) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Ranked ranked : new Ranker(read, state.rarity(), home).rank(candidates)) {
            if (suggestions.size() == size || ranked.score() < OFFERED) {
                break;
            }
            Candidate candidate = ranked.candidate();
            suggestions.add(new Suggestion(
                    candidate.id(), candidate.name(), candidate.uscc(), candidate.region(), ranked.highlight()));
        }
        return suggestions;
    }
}
