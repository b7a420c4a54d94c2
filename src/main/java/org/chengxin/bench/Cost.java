package org.chengxin.bench;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What answers cost the process that gives them.
 *
 * @param processor time of processors the process took meanwhile; zero where the system does not tell
 */
record Cost(Load.Figures figures, Duration processor) {

    /** Of a measurement while it lasts. */
    static Cost of(ProcessHandle process, Supplier<Load.Figures> measurement) {
        Duration before = taken(process);
        Load.Figures figures = measurement.get();
        return new Cost(figures, taken(process).minus(before));
    }

    private static Duration taken(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Milliseconds for each answer. */
    double millis() {
        return processor.toNanos() / 1e6 / Math.max(1, figures.answered());
    }
}
