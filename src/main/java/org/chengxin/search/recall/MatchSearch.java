package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.search.MatchAnswer;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.ranking.Candidate;
import org.chengxin.search.ranking.MatchReading;
import org.chengxin.search.ranking.Matching;
import org.jspecify.annotations.Nullable;

/** Brings the candidates of one match query from one state of the index. */
public final class MatchSearch {

    private static final SubjectQuery ANYONE = SubjectQuery.of("", 1);

    private final SubjectState state;
    private final MatchReading reading;
    private final Matching matching;
    private final long now;
    private final Map<String, Candidate> found = new LinkedHashMap<>();

    /**
     * Begins a match.
     *
     * @param home code prefix of the portal's own region, for ties
     * @param now epoch milliseconds
     */
    public MatchSearch(SubjectState state, MatchQuery query, String home, long now) {
        this.state = state;
        this.reading = MatchReading.of(query);
        this.matching = new Matching(query, reading, state.rarity(), home);
        this.now = now;
    }

    /** The answer, with at most so many candidates. */
    public MatchAnswer answer(int limit) throws IOException {
        bring(whole());
        SubjectRecall recall = new SubjectRecall(state.counts(), reading.name());
        bring(recall.direct());
        if (reading.name().hasWords()) {
            bring(recall.strict());
            if (matching.resemblance(List.copyOf(found.values())) < SubjectSearch.GOOD) {
                bring(recall.wide());
            }
        }
        return matching.answer(List.copyOf(found.values()), limit);
    }

    /** Those who have the code, the site or the whole name; null when nothing of these was asked. */
    private @Nullable Recall whole() {
        List<Recall> any = new ArrayList<>();
        if (reading.code() != null) {
            any.add(new Recall.Term("codes", reading.code(), 1));
        }
        if (reading.site() != null) {
            any.add(new Recall.Term("sites", reading.site(), 1));
        }
        List<String> names = List.copyOf(reading.wholeNames());
        if (!names.isEmpty()) {
            any.add(new Recall.OneOf("names", names));
        }
        return any.isEmpty() ? null : new Recall.Unscored(Recall.any(any));
    }

    private void bring(@Nullable Recall recall) throws IOException {
        if (recall == null) {
            return;
        }
        state.ask(recall, ANYONE, now, SubjectQuery.Sort.RELEVANCE)
                .slice(0, SubjectSearch.WINDOW)
                .forEach(brought -> found.putIfAbsent(brought.candidate().id(), brought.candidate()));
    }
}
