package org.chengxin.search.lucene;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chengxin.search.BenchedEngine;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.Relevance;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.WorstQueries;

/**
 * Not a test: measures relevance and speed on corpora outside the project. Arguments: folder of the index, folder of the
 * data, then files of questions; {@code -Dhalf=even|odd} takes every other question; {@link BenchedEngine} says how to measure a
 * cluster.
 */
final class RelevanceBench {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private RelevanceBench() {}

    public static void main(String[] arguments) throws IOException {
        Path index = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        try (SearchEngine engine = BenchedEngine.open(index)) {
            if (engine.position().equals(IndexBatch.START)) {
                OutsideCorpus.load(engine, new OutsideCorpus(data).subjects());
            }
            System.out.printf("%d subjects%n", engine.size());
            for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
                measure(engine, Path.of(file));
            }
            worst(engine);
        }
    }

    private static void measure(SearchEngine engine, Path file) throws IOException {
        List<Relevance.Question> questions = new ArrayList<>();
        String half = System.getProperty("half", "");
        List<Relevance.Question> all = Relevance.read(file);
        for (int i = 0; i < all.size(); i++) {
            if (half.isEmpty() || half.equals(i % 2 == 0 ? "even" : "odd")) {
                questions.add(all.get(i));
            }
        }
        try (PrintStream misses = new PrintStream(
                System.getProperty("misses", "/tmp/") + file.getFileName() + ".misses", StandardCharsets.UTF_8)) {
            Relevance.Report report = new Relevance(engine).measure(questions, NOW, answered -> {
                if (answered.place() != 1) {
                    misses.printf(
                            "%s\t%s\t%d\t%s\t%s%n",
                            answered.question().kind(),
                            answered.question().query(),
                            answered.place(),
                            answered.question().expected(),
                            answered.names()
                                    .subList(0, Math.min(3, answered.names().size())));
                }
            });
            System.out.println(report.table());
        }
        double[] millis = new double[questions.size()];
        for (int i = 0; i < millis.length; i++) {
            long start = cpu();
            engine.subjects(SubjectQuery.of(questions.get(i).query(), 10), NOW);
            millis[i] = (cpu() - start) / 1e6;
        }
        String slowest = questions.get(slowest(millis)).query();
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "ms per query: p50 %.2f p90 %.2f p99 %.2f max %.2f (%s) mean %.2f%n",
                millis[millis.length / 2],
                millis[millis.length * 9 / 10],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                slowest,
                Arrays.stream(millis).average().orElse(0));
    }

    /** Processor time of this thread: what others do on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int slowest(double[] millis) {
        int slowest = 0;
        for (int i = 0; i < millis.length; i++) {
            slowest = millis[i] > millis[slowest] ? i : slowest;
        }
        return slowest;
    }

    private static void worst(SearchEngine engine) {
        for (String text : WorstQueries.ALL) {
            engine.subjects(SubjectQuery.of(text, 10), NOW);
            long start = cpu();
            long total = engine.subjects(SubjectQuery.of(text, 10), NOW).total().value();
            long middle = cpu();
            engine.suggest(text, 10, NOW);
            long end = cpu();
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %8d hits %8.2f ms, suggest %8.2f ms%n",
                    text.substring(0, Math.min(25, text.length())),
                    total,
                    (middle - start) / 1e6,
                    (end - middle) / 1e6);
        }
    }
}
