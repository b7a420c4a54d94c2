package org.chengxin.report;

import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Labels and values two pairs to a row; a value too long for half the width has the row to itself. */
final class FactGrid {

    private static final float LABEL_WIDTH = 92;

    private final Sheet sheet;
    private final PdfPTable table;
    private final float valueWidth;
    private @Nullable String waitingLabel;
    private @Nullable String waitingValue;

    FactGrid(Sheet sheet) {
        this.sheet = sheet;
        this.valueWidth = sheet.width() / 2 - LABEL_WIDTH;
        this.table = sheet.table(new float[] {LABEL_WIDTH, valueWidth, LABEL_WIDTH, valueWidth});
    }

    /** A strip over the whole width that names what follows. */
    void title(String text) {
        PdfPCell cell = sheet.cell(text, Style.CELL);
        cell.setBackgroundColor(Palette.QUIET);
        cell.setColspan(4);
        table.addCell(cell);
    }

    /** Adds a fact; one without a value is left out. */
    void add(String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        boolean wide = value.indexOf('\n') >= 0 || sheet.prose().width(value, Style.CELL) > valueWidth - 10;
        if (wide) {
            finishRow();
            pair(label, value, 3);
        } else if (waitingLabel == null) {
            waitingLabel = label;
            waitingValue = value;
        } else {
            pair(waitingLabel, Objects.requireNonNull(waitingValue), 1);
            pair(label, value, 1);
            waitingLabel = null;
        }
    }

    PdfPTable table() {
        finishRow();
        return table;
    }

    private void finishRow() {
        if (waitingLabel != null) {
            pair(waitingLabel, Objects.requireNonNull(waitingValue), 3);
            waitingLabel = null;
        }
    }

    private void pair(String label, String value, int columns) {
        table.addCell(sheet.cell(label, Style.LABEL));
        PdfPCell cell = sheet.cell(value, Style.CELL);
        cell.setColspan(columns);
        table.addCell(cell);
    }
}
