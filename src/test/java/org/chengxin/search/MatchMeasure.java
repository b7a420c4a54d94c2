package org.chengxin.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.chengxin.search.MatchQuestions.Question;

/** How often an engine is sure, and how often it is right then. */
public final class MatchMeasure {

    private final SearchEngine engine;

    public MatchMeasure(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * Figures of one kind of question.
     *
     * @param meant how many of them are about somebody in the index
     * @param sure answers with {@code match}
     * @param right those of them that name who is meant
     */
    public record Figures(int questions, int meant, int sure, int right) {

        static final Figures NONE = new Figures(0, 0, 0, 0);

        /** Share of the questions about somebody that were answered surely and rightly; 1 when there is none. */
        public double recall() {
            return meant == 0 ? 1 : (double) right / meant;
        }

        /** Share of the sure answers that are right; 1 when none was sure. */
        public double precision() {
            return sure == 0 ? 1 : (double) right / sure;
        }

        private Figures plus(Figures other) {
            return new Figures(
                    questions + other.questions, meant + other.meant, sure + other.sure, right + other.right);
        }
    }

    /** Figures by kind and over all. */
    public record Report(Map<String, Figures> kinds) {

        public Figures overall() {
            return kinds.values().stream().reduce(Figures.NONE, Figures::plus);
        }

        public Figures of(String kind) {
            return kinds.getOrDefault(kind, Figures.NONE);
        }

        public String table() {
            List<String> lines = new ArrayList<>();
            lines.add(String.format(
                    Locale.ROOT, "%-24s %9s %7s %10s %7s", "kind", "questions", "sure", "precision", "recall"));
            kinds.forEach((kind, figures) -> lines.add(line(kind, figures)));
            lines.add(line("overall", overall()));
            return String.join("\n", lines);
        }

        private static String line(String kind, Figures figures) {
            return String.format(
                    Locale.ROOT,
                    "%-24s %9d %7d %10.4f %7s",
                    kind,
                    figures.questions,
                    figures.sure,
                    figures.precision(),
                    figures.meant == 0 ? "" : String.format(Locale.ROOT, "%.3f", figures.recall()));
        }
    }

    /** Asks all questions; the listener gets those that were answered wrongly or not surely though somebody is meant. */
    public Report measure(List<Question> questions, Instant now, BiConsumer<Question, MatchAnswer> missed) {
        Map<String, Figures> kinds = new TreeMap<>();
        for (Question question : questions) {
            MatchAnswer answer = engine.match(question.query(), 3, now);
            boolean right = answer.match() && answer.candidates().get(0).id().equals(question.expected());
            if (answer.match() ? !right : question.expected() != null) {
                missed.accept(question, answer);
            }
            kinds.merge(
                    question.kind(),
                    new Figures(1, question.expected() == null ? 0 : 1, answer.match() ? 1 : 0, right ? 1 : 0),
                    Figures::plus);
        }
        return new Report(kinds);
    }
}
