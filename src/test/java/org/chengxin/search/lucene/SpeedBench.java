package org.chengxin.search.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chengxin.search.Relevance;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectQuery;

/**
 * Not a test: how many look-ups one thread answers inside the process, by processor time, so that others on the machine
 * do not count. Arguments: folder of an index that {@link RelevanceBench} made, passes, files of questions.
 */
final class SpeedBench {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private SpeedBench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> queries = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
            Relevance.read(Path.of(file)).forEach(question -> queries.add(question.query()));
        }
        try (SearchEngine engine = LuceneEngines.open(Path.of(arguments[0]), "420200")) {
            for (int pass = 1; pass <= Integer.parseInt(arguments[1]); pass++) {
                double[] millis = new double[queries.size()];
                for (int i = 0; i < millis.length; i++) {
                    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    engine.subjects(SubjectQuery.of(queries.get(i), 10), NOW);
                    millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
                }
                double mean = Arrays.stream(millis).average().orElseThrow();
                Arrays.sort(millis);
                System.out.printf(
                        Locale.ROOT,
                        "pass %d: %.0f a second, ms p50 %.2f p90 %.2f p99 %.2f max %.2f%n",
                        pass,
                        1000 / mean,
                        millis[millis.length / 2],
                        millis[millis.length * 9 / 10],
                        millis[millis.length * 99 / 100],
                        millis[millis.length - 1]);
            }
        }
    }
}
