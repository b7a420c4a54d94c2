package org.chengxin.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Measures an engine by queries of which the right answers are known: a file of tab-separated {@code query}, {@code kind}
 * and {@code expected} (names between {@code |}), the first line a header. Queries are not trimmed: blanks at the ends
 * belong to them.
 */
public final class Relevance {

    private static final int DEPTH = 10;

    private final SearchEngine engine;

    public Relevance(SearchEngine engine) {
        this.engine = engine;
    }

    /** One line of the file. */
    public record Question(String query, String kind, Set<String> expected) {}

    /** A question with the place of the first right answer, 0 when it is not among the first ten. */
    public record Answered(Question question, int place, List<String> names) {}

    /**
     * Figures of one kind of query.
     *
     * @param first share of queries with a right answer first
     * @param ten share with one among the first ten
     * @param mrr mean of one through the place of the first right answer
     */
    public record Figures(int queries, double first, double ten, double mrr) {

        static Figures of(List<Answered> answered) {
            int first = 0;
            int ten = 0;
            double reciprocal = 0;
            for (Answered one : answered) {
                first += one.place == 1 ? 1 : 0;
                ten += one.place > 0 ? 1 : 0;
                reciprocal += one.place > 0 ? 1.0 / one.place : 0;
            }
            double all = answered.size();
            return new Figures(answered.size(), first / all, ten / all, reciprocal / all);
        }
    }

    /** Figures by kind and over all. */
    public record Report(Map<String, Figures> kinds, Figures overall) {

        /** A table with one line per kind, the last over all. */
        public String table() {
            StringBuilder table = new StringBuilder(line("kind", "queries", "hit@1", "hit@10", "MRR"));
            kinds.forEach((kind, figures) -> table.append(line(kind, figures)));
            return table.append(line("overall", overall)).toString();
        }

        private static String line(String kind, Figures figures) {
            return line(
                    kind,
                    String.valueOf(figures.queries),
                    String.format(Locale.ROOT, "%.3f", figures.first),
                    String.format(Locale.ROOT, "%.3f", figures.ten),
                    String.format(Locale.ROOT, "%.3f", figures.mrr));
        }

        private static String line(String kind, String queries, String first, String ten, String mrr) {
            return String.format(Locale.ROOT, "%-30s %8s %7s %7s %7s%n", kind, queries, first, ten, mrr);
        }
    }

    /**
     * Reads the questions of a file; there is at least one.
     *
     * @throws IllegalArgumentException when a line has not three columns (names the line) or no line follows the header
     */
    public static List<Question> read(Path file) throws IOException {
        List<Question> questions = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 1;
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] columns = line.split("\t", -1);
                if (columns.length < 3) {
                    throw new IllegalArgumentException("第 " + number + " 行不是三列 (line " + number
                            + " has not three columns): query, kind, expected");
                }
                questions.add(new Question(columns[0], columns[1], Set.of(columns[2].split("\\|"))));
            }
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("表头之下没有查询 (no query below the header): query, kind, expected");
        }
        return questions;
    }

    /** Asks all questions; each answer is also handed to the listener. */
    public Report measure(List<Question> questions, Instant now, Consumer<Answered> listener) {
        Map<String, List<Answered>> byKind = new TreeMap<>();
        List<Answered> all = new ArrayList<>();
        for (Question question : questions) {
            List<String> names = engine.subjects(SubjectQuery.of(question.query, DEPTH), now).items().stream()
                    .map(SubjectHit::name)
                    .toList();
            int place = 0;
            for (int i = names.size(); i > 0; i--) {
                place = question.expected.contains(names.get(i - 1)) ? i : place;
            }
            Answered answered = new Answered(question, place, names);
            listener.accept(answered);
            all.add(answered);
            byKind.computeIfAbsent(question.kind, kind -> new ArrayList<>()).add(answered);
        }
        Map<String, Figures> kinds = new TreeMap<>();
        byKind.forEach((kind, answered) -> kinds.put(kind, Figures.of(answered)));
        return new Report(kinds, Figures.of(all));
    }
}
