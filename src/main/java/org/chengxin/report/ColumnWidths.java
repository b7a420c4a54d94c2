package org.chengxin.report;

import java.util.List;
import java.util.Locale;
import org.chengxin.catalog.FieldDef;

/** Column widths after what stands in them: short columns get what they need, long ones share the rest. */
final class ColumnWidths {

    private static final float PADDING = 11;

    private final Sheet sheet;
    private final Locale locale;

    ColumnWidths(Sheet sheet, Locale locale) {
        this.sheet = sheet;
        this.locale = locale;
    }

    /** Widths in points that fill the page's width. */
    float[] of(List<FieldDef> columns, List<RecordFacts> records) {
        int n = columns.size();
        float[] widths = new float[n];
        float sum = 0;
        for (int i = 0; i < n; i++) {
            FieldDef column = columns.get(i);
            float widest = sheet.prose().width(column.label().in(locale), Style.LABEL);
            for (RecordFacts record : records) {
                String value = record.of(column).orElse("");
                widest = Math.max(widest, sheet.prose().width(value, Style.CELL));
            }
            widths[i] = widest + PADDING;
            sum += widths[i];
        }
        float total = sheet.width();
        if (sum <= total) {
            for (int i = 0; i < n; i++) {
                widths[i] += (total - sum) / n;
            }
            return widths;
        }
        return squeezed(widths, total);
    }

    /** Narrower than its share keeps its width; what remains is shared by the others, until all are settled. */
    private static float[] squeezed(float[] widths, float total) {
        boolean[] settled = new boolean[widths.length];
        float left = total;
        int open = widths.length;
        boolean changed = true;
        while (changed) {
            changed = false;
            float share = left / open;
            for (int i = 0; i < widths.length; i++) {
                if (!settled[i] && widths[i] <= share) {
                    settled[i] = true;
                    left -= widths[i];
                    open--;
                    changed = true;
                    share = open == 0 ? 0 : left / open;
                }
            }
        }
        for (int i = 0; i < widths.length; i++) {
            if (!settled[i]) {
                widths[i] = left / open;
            }
        }
        return widths;
    }
}
