package org.chengxin.search.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.chengxin.search.IndexBatch;
import org.chengxin.search.RecordDocument;
import org.chengxin.search.ScaleCorpus;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;

/**
 * Not a test: what many subjects cost in the process. Arguments: folder of the index, which is made when it is not there; number
 * of subjects; records of each. Prints how long the index took, its size, the heap, and times and hits of questions of each kind.
 */
final class ScaleBench {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SEED = 1;
    private static final int BATCH = 1_000;
    private static final int QUESTIONS = 200;
    private static final int PASSES = 3;

    private final SearchEngine engine;
    private final ScaleCorpus corpus;
    private final int subjects;

    private ScaleBench(SearchEngine engine, ScaleCorpus corpus, int subjects) {
        this.engine = engine;
        this.corpus = corpus;
        this.subjects = subjects;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int subjects = Integer.parseInt(arguments[1]);
        int records = Integer.parseInt(arguments[2]);
        boolean fresh = !Files.exists(folder.resolve("current"));
        try (SearchEngine engine = LuceneEngines.open(folder, "420200")) {
            ScaleBench bench = new ScaleBench(engine, new ScaleCorpus(SEED), subjects);
            if (fresh) {
                bench.build(records);
            }
            System.out.printf(Locale.ROOT, "%d subjects, %d MB of disk%n", engine.size(), size(folder) >> 20);
            bench.ask();
            System.gc();
            System.out.printf(
                    "heap after collection %d MB%n",
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void build(int records) {
        long begun = System.nanoTime();
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            for (int from = 0; from < subjects; from += BATCH) {
                List<SubjectDocument> some = new ArrayList<>();
                List<RecordDocument> theirs = new ArrayList<>();
                for (int number = from; number < Math.min(subjects, from + BATCH); number++) {
                    some.add(corpus.subject(number, records));
                    for (int which = 0; which < records; which++) {
                        theirs.add(corpus.record(number, which));
                    }
                }
                rebuild.apply(new IndexBatch(some, List.of(), theirs, List.of(), String.valueOf(from), 0));
            }
            rebuild.settle();
            rebuild.swap();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "built in %.0f s, %.0f subjects/s%n", seconds, subjects / seconds);
    }

    private void ask() {
        int kinds = ScaleCorpus.KINDS.size();
        double[][] millis = new double[kinds][QUESTIONS];
        int[] first = new int[kinds];
        int[] among = new int[kinds];
        for (int pass = 0; pass < PASSES; pass++) {
            Random random = new Random(SEED);
            Arrays.fill(first, 0);
            Arrays.fill(among, 0);
            for (int i = 0; i < QUESTIONS; i++) {
                for (int kind = 0; kind < kinds; kind++) {
                    int number = random.nextInt(subjects);
                    SubjectQuery query = SubjectQuery.of(corpus.question(number, kind), 10);
                    long begun = System.nanoTime();
                    List<SubjectHit> hits = engine.subjects(query, NOW).items();
                    millis[kind][i] = (System.nanoTime() - begun) / 1e6;
                    List<String> names = hits.stream().map(SubjectHit::name).toList();
                    int place = names.indexOf(corpus.name(number));
                    first[kind] += place == 0 ? 1 : 0;
                    among[kind] += place >= 0 ? 1 : 0;
                }
            }
        }
        for (int kind = 0; kind < kinds; kind++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s hit@1 %.3f hit@10 %.3f %s%n",
                    ScaleCorpus.KINDS.get(kind),
                    first[kind] / (double) QUESTIONS,
                    among[kind] / (double) QUESTIONS,
                    told(millis[kind]));
        }
        System.out.println(
                "all " + told(Stream.of(millis).flatMapToDouble(Arrays::stream).toArray()));
    }

    private static String told(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "ms p50 %.2f p99 %.2f max %.2f",
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }
}
