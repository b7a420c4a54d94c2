package org.chengxin.search.recall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chengxin.search.SearchExplanation;
import org.chengxin.search.SearchExplanation.Asked;
import org.chengxin.search.SearchExplanation.Recalled;
import org.chengxin.search.SearchExplanation.Step;
import org.chengxin.search.SearchExplanation.Subject;
import org.chengxin.search.SearchExplanation.Why;
import org.chengxin.search.SearchExplanation.Word;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.chengxin.search.ranking.QueryReader;
import org.chengxin.search.ranking.Ranked;
import org.chengxin.search.ranking.Ranker;
import org.chengxin.search.ranking.ReadQuery;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.FoldedText;
import org.jspecify.annotations.Nullable;

/** Goes through a look-up of subjects as {@link SubjectSearch} does it and tells what happened on the way. */
public final class ExplainSearch {

    /** A first page; what stands behind it is asked about by name. */
    private static final int SHOWN = 10;
    /** So many of one name are enough to tell. */
    private static final int SUBJECTS = 5;

    private static final SubjectQuery ANYONE = SubjectQuery.of("", 1);

    private final SubjectState state;
    private final ReadQuery read;
    private final Ranker ranker;
    private final SubjectSearch search;
    private final long now;
    private final List<Tried> tried = new ArrayList<>();

    private record Tried(Way way, Recall recall, long brought, List<Ranked> ranked) {

        int place(String id) {
            for (int i = 0; i < ranked.size(); i++) {
                if (ranked.get(i).candidate().id().equals(id)) {
                    return i + 1;
                }
            }
            return 0;
        }
    }

    /**
     * Begins.
     *
     * @param home code prefix of the portal's own region, for ties
     * @param now epoch milliseconds
     */
    public ExplainSearch(SubjectState state, String text, String home, long now) {
        this.state = state;
        this.read = QueryReader.read(text);
        this.ranker = new Ranker(read, state.rarity(), home);
        this.now = now;
        this.search = new SubjectSearch(
                state,
                SubjectQuery.of(text, SHOWN),
                read,
                ranker,
                now,
                (way, recall, brought, ranked) -> tried.add(new Tried(way, recall, brought, ranked)));
    }

    /**
     * The explanation.
     *
     * @param subject id, code or name of whom is asked about, null for nobody
     */
    public SearchExplanation explain(@Nullable String subject) throws IOException {
        Found found = search.find();
        Understanding understood = search.understood(found);
        List<Found.Grouped> near = found.total() == 0 ? search.near(understood) : List.of();
        List<Step> steps = new ArrayList<>();
        for (Tried one : tried) {
            double best = one.ranked.isEmpty() ? 0 : one.ranked.get(0).score();
            steps.add(new Step(one.way.code(), asked(one.recall, null), one.brought, one.ranked.size(), best));
        }
        List<Subject> subjects = new ArrayList<>();
        for (SubjectFace brought : subject == null ? List.<SubjectFace>of() : named(subject)) {
            subjects.add(subject(brought, found));
        }
        return new SearchExplanation(
                understood,
                words(),
                read.code(),
                read.site(),
                steps,
                found.way() == null || found.total() == 0 ? null : found.way().code(),
                found.total(),
                candidates(found.ranked()),
                candidates(near),
                subjects);
    }

    private List<SubjectFace> named(String subject) throws IOException {
        return state.ask(
                        new Recall.Unscored(Recall.any(List.of(
                                itself(subject),
                                new Recall.Term("codes", CodeTerms.fold(subject), 1),
                                new Recall.Term("names", FoldedText.of(subject).text(), 1)))),
                        ANYONE,
                        now,
                        SubjectQuery.Sort.RELEVANCE)
                .slice(0, SUBJECTS);
    }

    private static Recall itself(String id) {
        return Recall.subjects(List.of(id));
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        FoldedText text = read.text();
        for (int from = 0; from < text.length(); ) {
            ReadQuery.Role role = read.roles().get(from);
            int to = from;
            while (to < text.length() && read.roles().get(to) == role) {
                to++;
            }
            words.add(new Word(
                    text.source().substring(text.start(from), text.end(to - 1)),
                    role.name().toLowerCase(Locale.ROOT)));
            from = to;
        }
        return words;
    }

    private List<SearchExplanation.Candidate> candidates(List<Found.Grouped> grouped) {
        return grouped.stream()
                .limit(SHOWN)
                .map(one -> candidate(Objects.requireNonNull(one.ranked())))
                .toList();
    }

    private SearchExplanation.Candidate candidate(Ranked ranked) {
        return new SearchExplanation.Candidate(
                ranked.candidate().id(),
                ranked.candidate().name(),
                ranked.candidate().region(),
                ranked.candidate().status(),
                ranked.score(),
                ranked.evidence(),
                ranker.points(ranked));
    }

    private Subject subject(SubjectFace brought, Found found) throws IOException {
        String id = brought.candidate().id();
        List<Recalled> recalled = new ArrayList<>();
        for (Tried one : tried) {
            Asked asked = asked(one.recall, id);
            recalled.add(new Recalled(one.way.code(), holds(one.recall, id), one.place(id), asked));
        }
        int place = 0;
        for (int i = 0; i < found.ranked().size(); i++) {
            place = found.ranked().get(i).brought().candidate().id().equals(id) ? i + 1 : place;
        }
        Why why = place > 0 ? Why.HIT : why(id, found, recalled);
        return new Subject(
                candidate(ranker.rank(List.of(brought.candidate())).get(0)),
                why,
                place,
                why == Why.GROUPED ? brought.candidate().branchOf() : null,
                recalled);
    }

    /** Why one who has no place of its own has none. */
    private Why why(String id, Found found, List<Recalled> recalled) {
        if (recalled.isEmpty()) {
            return Why.NOT_SEARCHED;
        }
        for (int i = 0; i < recalled.size(); i++) {
            Tried one = tried.get(i);
            boolean answer = one.way == found.way();
            if (!answer || !recalled.get(i).brought()) {
                continue;
            }
            int place = one.place(id);
            if (place == 0) {
                return Why.BEYOND;
            }
            return one.ranked.get(place - 1).score() < one.way.least ? Why.BELOW : Why.GROUPED;
        }
        return recalled.stream().anyMatch(Recalled::brought) ? Why.OTHER_WAY : Why.NOT_RECALLED;
    }

    private boolean holds(Recall recall, String id) throws IOException {
        Recall both = new Recall.AtLeast(2, List.of(itself(id), new Recall.Unscored(recall)));
        return state.ask(both, ANYONE, now, SubjectQuery.Sort.RELEVANCE).total() > 0;
    }

    private Asked asked(Recall recall, @Nullable String id) throws IOException {
        List<Asked> parts = new ArrayList<>();
        for (Recall part : parts(recall)) {
            parts.add(asked(part, id));
        }
        return new Asked(
                what(recall),
                recall instanceof Recall.AtLeast some ? some.needed() : parts.size(),
                recall instanceof Recall.Term term ? term.boost() : recall instanceof Recall.AtLeast ? 0 : 1,
                state.ask(recall, ANYONE, now, SubjectQuery.Sort.RELEVANCE).total(),
                id == null ? null : holds(recall, id),
                parts);
    }

    private static List<Recall> parts(Recall recall) {
        if (recall instanceof Recall.AtLeast some) {
            return some.parts();
        }
        return recall instanceof Recall.Unscored inner ? List.of(inner.recall()) : Collections.emptyList();
    }

    private static String what(Recall recall) {
        if (recall instanceof Recall.Term term) {
            return term.field() + ":" + term.text();
        }
        if (recall instanceof Recall.Start start) {
            return start.field() + ":" + start.start() + "*";
        }
        if (recall instanceof Recall.OneOf one) {
            return one.field() + ":" + String.join("|", one.texts());
        }
        return recall instanceof Recall.AtLeast some
                ? some.needed() + " of " + some.parts().size()
                : recall.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
