package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of what is in publication.
 *
 * @param asOf the moment they were counted, in words
 * @param total all records, in words
 * @param charts each a chart, a table and a file
 * @param linked the files for machines (JSON-LD)
 */
public record StatisticsView(String asOf, String total, List<Chart> charts, String linked) {

    /** Bars beyond this are for the file. */
    static final int BARS = 20;
    /** Units of length of the longest bar beside a number. */
    public static final int LONGEST = 1000;

    /**
     * A chart; its bars are the rows of its table.
     *
     * @param id anchor, and the value of {@code by} in the address of its file
     * @param label what the rows are
     * @param unit what is counted
     * @param upright whether bars stand, for an order in time; else they lie
     * @param rest what is left out here and in the file, in words; null for nothing
     */
    public record Chart(
            String id,
            String title,
            String label,
            String unit,
            boolean upright,
            List<Row> rows,
            @Nullable String rest,
            String csv) {

        /** Whether it needs the higher frame. */
        public boolean many() {
            return !upright && rows.size() > 12;
        }

        /** How long the bar of a row is beside the longest one; what is there at all can be seen. */
        public long length(Row row) {
            long most = rows.stream().mapToLong(Row::value).max().orElse(0);
            return row.value() == 0 ? 0 : Math.max(LONGEST / 200, row.value() * LONGEST / most);
        }
    }

    /**
     * A value with its number.
     *
     * @param code the code it stands for, blank for none
     * @param value the number as data
     * @param number the number in words
     */
    public record Row(String code, String word, long value, String number) {}
}
