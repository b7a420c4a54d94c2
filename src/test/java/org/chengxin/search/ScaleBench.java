package org.chengxin.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Not a test: what many subjects cost, in the process or on a cluster ({@link BenchedEngine}). Arguments: folder of the index,
 * which is filled when it is empty; number of subjects; records of each. {@code -Dminutes} ends the filling early, with what is
 * there by then. Prints how long the index took, its size, the heap, and times and hits of questions of each kind.
 */
final class ScaleBench {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SEED = 1;
    /** Subjects of a batch, as when the portal builds its index anew. */
    private static final int BATCH = 2_000;

    private static final int TOLD = 100_000;
    private static final int QUESTIONS = 200;
    private static final int PASSES = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SearchEngine engine;
    private final ScaleCorpus corpus;

    private ScaleBench(SearchEngine engine, ScaleCorpus corpus) {
        this.engine = engine;
        this.corpus = corpus;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        try (SearchEngine engine = BenchedEngine.open(folder)) {
            ScaleBench bench = new ScaleBench(engine, new ScaleCorpus(SEED));
            int records = Integer.parseInt(arguments[2]);
            if (engine.position().equals(IndexBatch.START)) {
                bench.build(Integer.parseInt(arguments[1]), records);
            }
            System.out.printf(Locale.ROOT, "%d subjects%n", engine.size());
            bench.ask((int) engine.size(), records);
            System.out.println(BenchedEngine.cost(folder));
        }
    }

    private void build(int subjects, int records) {
        long begun = System.nanoTime();
        long end = begun + TimeUnit.MINUTES.toNanos(Integer.getInteger("minutes", 1_000));
        int from = 0;
        try (SearchEngine.Rebuild rebuild = engine.rebuild()) {
            for (; from < subjects && System.nanoTime() < end; from += BATCH) {
                rebuild.apply(batch(from, Math.min(subjects, from + BATCH), records));
                if ((from + BATCH) % TOLD == 0) {
                    tell("in", from + BATCH, records, begun);
                }
            }
            rebuild.settle();
            rebuild.swap();
        }
        tell("built", Math.min(subjects, from), records, begun);
    }

    private IndexBatch batch(int from, int to, int records) {
        List<SubjectDocument> some = new ArrayList<>();
        List<RecordDocument> theirs = new ArrayList<>();
        for (int number = from; number < to; number++) {
            some.add(corpus.subject(number, records));
            for (int which = 0; which < records; which++) {
                theirs.add(corpus.record(number, which));
            }
        }
        return new IndexBatch(some, List.of(), theirs, List.of(), String.valueOf(from), 0);
    }

    private static void tell(String what, int subjects, int records, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d subjects, %d records %s after %.0f s, %.0f documents/s%n",
                subjects,
                subjects * records,
                what,
                seconds,
                subjects * (1.0 + records) / seconds);
    }

    private void ask(int subjects, int records) {
        List<Kind> kinds = kinds(records);
        for (int pass = 0; pass < PASSES; pass++) {
            Random random = new Random(SEED);
            kinds.forEach(Kind::begin);
            for (int i = 0; i < QUESTIONS; i++) {
                for (Kind kind : kinds) {
                    kind.ask(random.nextInt(subjects));
                }
            }
        }
        kinds.forEach(kind -> System.out.println(kind.told()));
        System.out.println("all ms " + told(kinds.stream().flatMap(kind -> kind.millis.stream()))
                + ", of this process's processor time "
                + told(kinds.stream().flatMap(kind -> kind.processor.stream())));
    }

    private List<Kind> kinds(int records) {
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < ScaleCorpus.KINDS.size(); i++) {
            int kind = i;
            kinds.add(new Kind(ScaleCorpus.KINDS.get(kind)) {
                @Override
                Supplier<Stream<String>> question(int number) {
                    SubjectQuery query = SubjectQuery.of(corpus.question(number, kind), 10);
                    return () -> engine.subjects(query, NOW).items().stream().map(SubjectHit::name);
                }
            });
        }
        for (int i = 0; i < ScaleCorpus.RECORD_KINDS.size() && records > 0; i++) {
            int kind = i;
            kinds.add(new Kind(ScaleCorpus.RECORD_KINDS.get(kind)) {
                @Override
                Supplier<Stream<String>> question(int number) {
                    RecordQuery query = corpus.recordQuestion(number, number % records, kind);
                    return () -> engine.records(query, NOW).items().stream().map(RecordHit::subjectName);
                }
            });
        }
        return kinds;
    }

    /** Questions of one kind: how long they took, and how many found the name they were about. */
    private abstract class Kind {

        private final String name;
        private final List<Double> millis = new ArrayList<>();
        /** Processor time of this thread: what others do on the machine does not count, nor what a cluster does. */
        private final List<Double> processor = new ArrayList<>();

        private int first;
        private int among;

        Kind(String name) {
            this.name = name;
        }

        /** Asks about the subject of a number; names found, the best first. */
        abstract Supplier<Stream<String>> question(int number);

        void begin() {
            millis.clear();
            processor.clear();
            first = 0;
            among = 0;
        }

        void ask(int number) {
            Supplier<Stream<String>> question = question(number);
            long begun = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            Stream<String> names = question.get();
            processor.add((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
            millis.add((System.nanoTime() - begun) / 1e6);
            int place = names.toList().indexOf(corpus.name(number));
            first += place == 0 ? 1 : 0;
            among += place >= 0 ? 1 : 0;
        }

        String told() {
            return String.format(
                    Locale.ROOT,
                    "%-20s hit@1 %.3f hit@10 %.3f ms %s",
                    name,
                    first / (double) QUESTIONS,
                    among / (double) QUESTIONS,
                    ScaleBench.told(millis.stream()));
        }
    }

    private static String told(Stream<Double> millis) {
        double[] sorted = millis.mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.2f p99 %.2f max %.2f",
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }
}
