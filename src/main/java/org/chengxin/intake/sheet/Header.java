package org.chengxin.intake.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The header of a table: which of its first rows it ends in, and the headings.
 *
 * @param last index, among the rows searched, of the last header row
 * @param headings one per column, blank where a column has none; a heading met twice gets {@code #2}
 * @param matches how many headings are known
 */
record Header(int last, List<String> headings, int matches) {

    /** How many rows with content are searched: titles, units and dates stand above real headers. */
    static final int SEARCHED = 12;

    /**
     * The row of the sample with the most known headings, or two rows where cells merged above others split a header;
     * empty when no row has a known one.
     */
    static Optional<Header> find(List<List<String>> sample, Predicate<String> known) {
        Header best = null;
        for (int i = 0; i < Math.min(SEARCHED, sample.size()); i++) {
            Header single = header(i, sample.get(i), known);
            if (best == null || single.matches > best.matches) {
                best = single;
            }
            if (i + 1 < sample.size()) {
                Header merged = header(i + 1, merge(sample.get(i), sample.get(i + 1), known), known);
                // Two rows must explain more than either alone, or the first data row would be eaten.
                if (merged.matches > Math.max(best.matches, header(i + 1, sample.get(i + 1), known).matches)) {
                    best = merged;
                }
            }
        }
        return best == null || best.matches == 0 ? Optional.empty() : Optional.of(best);
    }

    private static List<String> merge(List<String> upper, List<String> lower, Predicate<String> known) {
        List<String> merged = new ArrayList<>();
        for (int column = 0; column < Math.max(upper.size(), lower.size()); column++) {
            String above = column < upper.size() ? upper.get(column) : "";
            String below = column < lower.size() ? lower.get(column) : "";
            merged.add(known.test(below) || above.isBlank() ? below : above);
        }
        return merged;
    }

    private static Header header(int last, List<String> cells, Predicate<String> known) {
        List<String> headings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int matches = 0;
        for (String cell : cells) {
            String heading = cell.strip();
            if (!heading.isEmpty() && !seen.add(heading)) {
                int n = 2;
                while (!seen.add(heading + '#' + n)) {
                    n++;
                }
                heading = heading + '#' + n;
            } else if (known.test(heading)) {
                matches++;
            }
            headings.add(heading);
        }
        return new Header(last, headings, matches);
    }
}
