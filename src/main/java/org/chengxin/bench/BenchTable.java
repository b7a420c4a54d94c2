package org.chengxin.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The figures as a Markdown table, row by row. */
final class BenchTable {

    private final StringBuilder rows = new StringBuilder("| what | figure |\n|---|---|\n");

    void row(String what, String figure) {
        rows.append("| ").append(what).append(" | ").append(figure).append(" |\n");
    }

    void work(String what, PortalCommands.Work work, String unit) {
        row(
                what,
                String.format(
                        Locale.ROOT,
                        "%,d in %.1f s, %,.0f %s/s",
                        work.things(),
                        work.seconds(),
                        work.perSecond(),
                        unit));
    }

    void time(String what, Duration time) {
        row(what, String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0));
    }

    void memory(String what, OptionalLong resident, OptionalLong heap) {
        row(what, "RSS " + megabytes(resident) + ", heap after GC " + megabytes(heap));
    }

    void load(String what, Load.Figures figures) {
        row(what, told(figures));
    }

    /** A measurement beside the ceiling of the same run. */
    void load(String what, Load.Figures figures, Load.Figures bare) {
        row(
                what,
                told(figures)
                        + String.format(
                                Locale.ROOT,
                                "; bare WebFlux %,.0f/s, ratio %.2f",
                                bare.perSecond(),
                                figures.perSecond() / Math.max(1, bare.perSecond())));
    }

    /** The same in turns, with nothing else to do and among a flood of other requests: medians of the ratios of all turns. */
    void among(String what, List<Load.Figures> quiet, List<Load.Figures> among, Load.Figures flood) {
        long failed = among.stream().mapToLong(Load.Figures::failed).sum();
        row(
                what,
                String.format(
                        Locale.ROOT,
                        "p99 %s that without them, median %s; of them %,d answered, %,d refused%s",
                        times(quiet, among, Load.Figures::slowest1Percent),
                        times(quiet, among, Load.Figures::median),
                        flood.answered(),
                        flood.failed(),
                        failed == 0 ? "" : "; " + failed + " searches failed"));
    }

    private static String times(
            List<Load.Figures> quiet, List<Load.Figures> among, Function<Load.Figures, Duration> figure) {
        double[] ratios = IntStream.range(0, quiet.size())
                .mapToDouble(turn -> ratio(figure.apply(among.get(turn)), figure.apply(quiet.get(turn))))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%.2f times (%.2f to %.2f)",
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1]);
    }

    /** How many times as long. */
    static double ratio(Duration one, Duration other) {
        return one.toNanos() / (double) Math.max(1, other.toNanos());
    }

    /** A measurement with the processor time it took for each answer. */
    void cost(String what, Cost cost) {
        row(what, told(cost));
    }

    /** The same beside that of the ceiling in the same run: the ratio carries over to other machines. */
    void cost(String what, Cost cost, Cost bare) {
        row(
                what,
                told(cost)
                        + String.format(
                                Locale.ROOT,
                                ", %.1f times that of bare WebFlux",
                                bare.millis() == 0 ? 0 : cost.millis() / bare.millis()));
    }

    private static String told(Cost cost) {
        return told(cost.figures()) + String.format(Locale.ROOT, ", %.3f ms of processor time each", cost.millis());
    }

    private static String told(Load.Figures figures) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, median %.1f ms, p99 %.1f ms%s",
                figures.perSecond(),
                figures.median().toNanos() / 1e6,
                figures.slowest1Percent().toNanos() / 1e6,
                figures.failed() == 0 ? "" : ", " + figures.failed() + " failed");
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / (1 << 20) + " MB" : "not known here";
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
