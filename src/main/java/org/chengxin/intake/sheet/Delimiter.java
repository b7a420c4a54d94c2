package org.chengxin.intake.sheet;

import java.util.List;

/** The character between the cells of a text table, told from its first lines. */
final class Delimiter {

    private static final char[] CANDIDATES = {'\t', ',', ';', '|', '，'};

    private Delimiter() {}

    /** The candidate that cuts most lines into the same number of cells; comma when none cuts any. */
    static char of(String sample) {
        List<String> lines =
                sample.lines().filter(line -> !line.isBlank()).limit(20).toList();
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long[] counts =
                    lines.stream().mapToLong(line -> count(line, candidate)).toArray();
            long score = 0;
            for (long count : counts) {
                if (count > 0) {
                    long same = 0;
                    for (long other : counts) {
                        same += other == count ? 1 : 0;
                    }
                    // Agreement of lines counts before the number of cuts: commas inside Chinese prose vary.
                    score = Math.max(score, same * 1000 + count);
                }
            }
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long count(String line, char delimiter) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                count++;
            }
        }
        return count;
    }
}
