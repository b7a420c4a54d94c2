package org.chengxin.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

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

    /** The same twice: with nothing else to do, and among a flood of other requests. */
    void among(String what, Load.Figures quiet, Load.Figures among, Load.Figures flood) {
        row(
                what,
                String.format(
                        Locale.ROOT,
                        "p99 %.2f times that without them, median %.2f times; of them %,d answered, %,d refused%s",
                        ratio(among.slowest1Percent(), quiet.slowest1Percent()),
                        ratio(among.median(), quiet.median()),
                        flood.answered(),
                        flood.failed(),
                        among.failed() == 0 ? "" : "; " + among.failed() + " searches failed"));
    }

    /** How many times as long. */
    static double ratio(Duration one, Duration other) {
        return one.toNanos() / (double) Math.max(1, other.toNanos());
    }

    /** A measurement of what a portal answers, with the processor time it took for each answer. */
    void cost(String what, Load.Figures figures, Duration processor) {
        row(
                what,
                told(figures)
                        + String.format(
                                Locale.ROOT,
                                ", %.3f ms of processor time each",
                                processor.toNanos() / 1e6 / Math.max(1, figures.answered())));
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
