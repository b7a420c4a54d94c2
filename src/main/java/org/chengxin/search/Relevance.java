package org.chengxin.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures an engine by queries of which the right answers are known: a file of tab-separated {@code query}, {@code kind}
 * and {@code expected} (names between {@code |}), the first line a header. Queries are not trimmed: blanks at the ends
 * belong to them. A name may have a grade from 1 to 9 behind it ({@code name=3}): those of the best grade are right, the
 * others count where the order of all is told (nDCG).
 */
public final class Relevance {

    private static final int DEPTH = 10;
    private static final Pattern GRADED = Pattern.compile("(.+)=([1-9])");

    private final SearchEngine engine;

    public Relevance(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * One line of the file.
     *
     * @param expected the right names
     * @param grades grade of each name that has one, the right ones included; empty when none has
     */
    public record Question(String query, String kind, Set<String> expected, Map<String, Integer> grades) {

        static Question of(String query, String kind, String names) {
            Set<String> plain = new LinkedHashSet<>();
            Map<String, Integer> grades = new LinkedHashMap<>();
            for (String name : names.split("\\|", -1)) {
                Matcher graded = GRADED.matcher(name);
                if (graded.matches()) {
                    grades.put(graded.group(1), Integer.valueOf(graded.group(2)));
                } else {
                    plain.add(name);
                }
            }
            if (grades.isEmpty()) {
                return new Question(query, kind, plain, grades);
            }
            plain.forEach(name -> grades.put(name, 1));
            int best =
                    grades.values().stream().mapToInt(Integer::intValue).max().orElse(1);
            Set<String> right = new LinkedHashSet<>(grades.keySet());
            right.removeIf(name -> grades.getOrDefault(name, 0) < best);
            return new Question(query, kind, right, grades);
        }
    }

    /** A question with the place of the first right answer, 0 when it is not among the first ten. */
    public record Answered(Question question, int place, List<String> names) {

        /**
         * How near the order of the first ten is to the best there could be: each name gains 2 to the power of its grade
         * less 1, discounted by the logarithm of its place (normalised discounted cumulative gain); of a question with
         * grades.
         */
        double ndcg() {
            double gained = 0;
            for (int i = 0; i < names.size(); i++) {
                // one name on two places gains once: the second is another subject of that name
                boolean first = names.indexOf(names.get(i)) == i;
                gained += first ? gain(question.grades.getOrDefault(names.get(i), 0), i) : 0;
            }
            double ideal = 0;
            List<Integer> best = question.grades.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(DEPTH)
                    .toList();
            for (int i = 0; i < best.size(); i++) {
                ideal += gain(best.get(i), i);
            }
            return gained / ideal;
        }

        private static double gain(int grade, int before) {
            return ((1 << grade) - 1) / (Math.log(before + 2) / Math.log(2));
        }
    }

    /**
     * Figures of one kind of query.
     *
     * @param first share of queries with a right answer first
     * @param ten share with one among the first ten
     * @param mrr mean of one through the place of the first right answer
     * @param ndcg mean nDCG@10 of the queries with grades, NaN when there is none
     */
    public record Figures(int queries, double first, double ten, double mrr, double ndcg) {

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
            double ndcg = answered.stream()
                    .filter(one -> !one.question.grades.isEmpty())
                    .mapToDouble(Answered::ndcg)
                    .average()
                    .orElse(Double.NaN);
            return new Figures(answered.size(), first / all, ten / all, reciprocal / all, ndcg);
        }
    }

    /** Figures by kind and over all. */
    public record Report(Map<String, Figures> kinds, Figures overall) {

        /** A table with one line per kind, the last over all. */
        public String table() {
            StringBuilder table = new StringBuilder(line("kind", "queries", "hit@1", "hit@10", "MRR", "nDCG@10"));
            kinds.forEach((kind, figures) -> table.append(line(kind, figures)));
            return table.append(line("overall", overall)).toString();
        }

        private static String line(String kind, Figures figures) {
            return line(
                    kind,
                    String.valueOf(figures.queries),
                    share(figures.first),
                    share(figures.ten),
                    share(figures.mrr),
                    Double.isNaN(figures.ndcg) ? "" : share(figures.ndcg));
        }

        private static String share(double value) {
            return String.format(Locale.ROOT, "%.3f", value);
        }

        private static String line(String... cells) {
            return String.format(Locale.ROOT, "%-30s %8s %7s %7s %7s %8s", (Object[]) cells)
                            .stripTrailing()
                    + System.lineSeparator();
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
                questions.add(Question.of(columns[0], columns[1], columns[2]));
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
