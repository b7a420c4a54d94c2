package org.chengxin.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param files taken in beside the seed, in their order; empty measures the seed alone
 * @param queries file of questions whose first column is asked; see {@link org.chengxin.search.Relevance#read}
 * @param connections how many at once, one measurement for each
 * @param measured how long each measurement lasts, after at most three seconds to warm up
 */
public record BenchPlan(List<Intake> files, Path queries, List<Integer> connections, Duration measured) {

    /**
     * A file to take in.
     *
     * @param as {@code subjects} or a record type code
     */
    public record Intake(Path file, String as) {}

    Duration warming() {
        return measured.compareTo(Duration.ofSeconds(5)) < 0 ? measured : Duration.ofSeconds(3);
    }
}
