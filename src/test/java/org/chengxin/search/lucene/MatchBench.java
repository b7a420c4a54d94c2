package org.chengxin.search.lucene;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.search.MatchMeasure;
import org.chengxin.search.MatchQuery;
import org.chengxin.search.MatchQuestions;
import org.chengxin.search.MatchQuestions.Question;
import org.chengxin.search.Relevance;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectDocument;

/**
 * Not a test: measures how often a match is sure and right on companies outside the project. Arguments: folder of the index
 * (filled when it is empty), folder of the data, then files of questions as for {@link RelevanceBench} of which the kinds
 * that name one company in whole are asked. {@code -Dsubjects=3000} is how many are asked about, {@code -Dtest.seed} which;
 * {@code -Dhalf=even|odd} takes one half of the companies, so that what was tuned on one is told by the other.
 */
final class MatchBench {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> WHOLE =
            List.of("exact", "width_brackets", "traditional", "no_suffix", "uscc_full");

    private MatchBench() {}

    public static void main(String[] arguments) throws IOException {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("seed=" + seed);
        Path index = Path.of(arguments[0]);
        OutsideCorpus corpus = new OutsideCorpus(Path.of(arguments[1]));
        List<SubjectDocument> indexed = part(corpus, false);
        boolean fresh = !Files.exists(index.resolve("current"));
        try (SearchEngine engine = LuceneEngines.open(index, "420200")) {
            if (fresh) {
                OutsideCorpus.load(engine, indexed);
            }
            MatchQuestions questions = new MatchQuestions(indexed, seed);
            List<SubjectDocument> asked = half(questions.some(Integer.getInteger("subjects", 3000) * 2));
            List<Question> all = new ArrayList<>(questions.about(asked));
            all.addAll(questions.leftOut(half(part(corpus, true))));
            measure(engine, "generated", all);
            for (String file : List.of(arguments).subList(2, arguments.length)) {
                measure(engine, Path.of(file).getFileName().toString(), of(Path.of(file), indexed));
            }
        }
    }

    /** One company in ten is left out of the index: a true name of nobody in it. */
    private static List<SubjectDocument> part(OutsideCorpus corpus, boolean leftOut) {
        return corpus.subjects().stream()
                .filter(subject -> leftOut == (subject.id().hashCode() % 10 == 0))
                .toList();
    }

    private static List<SubjectDocument> half(List<SubjectDocument> subjects) {
        String half = System.getProperty("half", "odd");
        return subjects.stream()
                .filter(subject -> half.equals((subject.name().hashCode() & 1) == 0 ? "even" : "odd"))
                .toList();
    }

    /** The questions of a file that name one company in whole; those left out of the index are nobody. */
    private static List<Question> of(Path file, List<SubjectDocument> indexed) throws IOException {
        Map<String, String> ids = new HashMap<>();
        indexed.forEach(subject -> ids.put(subject.name(), subject.id()));
        List<Question> questions = new ArrayList<>();
        for (Relevance.Question one : Relevance.read(file)) {
            if (WHOLE.contains(one.kind()) && one.expected().size() == 1) {
                MatchQuery query =
                        one.kind().startsWith("uscc") ? MatchQuery.ofCode(one.query()) : MatchQuery.ofName(one.query());
                questions.add(new Question(
                        query, one.kind(), ids.get(one.expected().iterator().next())));
            }
        }
        return questions;
    }

    private static void measure(SearchEngine engine, String name, List<Question> questions) throws IOException {
        Path folder = Path.of(System.getProperty("misses", System.getProperty("java.io.tmpdir")));
        long start = System.nanoTime();
        try (PrintStream misses =
                new PrintStream(folder.resolve("match-" + name + ".misses").toFile(), StandardCharsets.UTF_8)) {
            MatchMeasure.Report report = new MatchMeasure(engine)
                    .measure(
                            questions,
                            NOW,
                            (question, answer) -> misses.printf(
                                    "%s\t%s\t%s\t%s\t%s%n",
                                    question.kind(),
                                    question.query(),
                                    question.expected(),
                                    answer.match(),
                                    answer.candidates()));
            System.out.println(report.table());
        }
        System.out.printf(
                Locale.ROOT,
                "%d questions, %.2f ms each%n%n",
                questions.size(),
                (System.nanoTime() - start) / 1e6 / Math.max(1, questions.size()));
    }
}
