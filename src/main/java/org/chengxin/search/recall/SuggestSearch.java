package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Suggestion;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.ranking.Ranked;
import org.chengxin.search.ranking.Ranker;
import org.chengxin.search.ranking.ReadQuery;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameTerms;

/**
 * Offers subjects while one types: by the beginning of name or brand, in characters, pinyin or initials, or of a code;
 * local ones before others. Knows nothing of representatives or records.
 */
public final class SuggestSearch {

    /** Enough to rank well for the few shown, few enough to be done within milliseconds. */
    private static final int CANDIDATES = SubjectSearch.WINDOW;
    /** A suggestion that agrees less than this would surprise. */
    private static final double OFFERED = 0.5;

    private final SubjectState state;
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
    public SuggestSearch(SubjectState state, ReadQuery read, String home, long now) {
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
        List<Candidate> begun = candidates(state.starting(starts(), home, now, CANDIDATES));
        return begun.isEmpty() && read.text().length() > 1 ? alike(size) : begun(begun, size);
    }

    private static List<Candidate> candidates(List<SubjectFace> brought) {
        return brought.stream().map(SubjectFace::candidate).toList();
    }

    private List<Recall.Start> starts() {
        List<Recall.Start> starts = new ArrayList<>();
        if (read.text().length() > 0) {
            starts.add(new Recall.Start("names.starts", read.text().text()));
        }
        if (read.typed() != null) {
            starts.add(new Recall.Start("names.starts", read.typed()));
        }
        if (read.code() != null) {
            starts.add(new Recall.Start("codes", read.code()));
        }
        if (read.site() != null) {
            starts.add(new Recall.Start("sites", read.site()));
        }
        return starts;
    }

    /**
     * Those that begin so, in the order they were brought in, which does not depend on what is typed and which further letters
     * only thin out: who stands first stays first while it is typed on. Only a name typed whole goes before them.
     */
    private List<Suggestion> begun(List<Candidate> candidates, int size) {
        // what ends like talk about a name (磁湖信用) may be half a name
        String typed = read.typed() == null ? read.text().text() : read.typed();
        List<Candidate> whole = new ArrayList<>();
        List<Candidate> named = new ArrayList<>();
        List<Candidate> others = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (FoldedText.of(candidate.name()).text().equals(typed)) {
                whole.add(candidate);
            } else if (named.size() < size) {
                (begins(candidate, typed) ? named : others).add(candidate);
            }
        }
        Ranker ranker = new Ranker(read, state.rarity(), home);
        return Stream.of(whole, named, others)
                .flatMap(List::stream)
                .limit(size)
                .map(candidate -> suggestion(ranker.rank(List.of(candidate)).get(0)))
                .toList();
    }

    /** Whether the current name begins so, in any way of typing; the others do by a former name, a brand or a code. */
    private static boolean begins(Candidate candidate, String typed) {
        return NameTerms.starts(candidate.name()).stream().anyMatch(start -> start.startsWith(typed));
    }

    /** Those that hold much of it, the best first. */
    private List<Suggestion> alike(int size) throws IOException {
        Recall strict = new SubjectRecall(state.counts(), read).strict();
        List<Candidate> holding =
                candidates(state.ask(strict, SubjectQuery.of("", size), now, SubjectQuery.Sort.RELEVANCE)
                        .slice(0, CANDIDATES));
        return new Ranker(read, state.rarity(), home)
                .rank(holding).stream()
                        .takeWhile(ranked -> ranked.score() >= OFFERED)
                        .limit(size)
                        .map(SuggestSearch::suggestion)
                        .toList();
    }

    private static Suggestion suggestion(Ranked ranked) {
        Candidate candidate = ranked.candidate();
        return new Suggestion(
                candidate.id(), candidate.name(), candidate.uscc(), candidate.region(), ranked.highlight());
    }
}
