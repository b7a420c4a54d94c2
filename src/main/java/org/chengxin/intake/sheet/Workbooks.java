package org.chengxin.intake.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** XLSX: the sheet whose first rows hold the most known headings; hidden rows are data like others. */
final class Workbooks {

    /** Digits that a number cell keeps. */
    private static final MathContext EXCEL_PRECISION = new MathContext(15);

    private static final Pattern DATE_FORMAT = Pattern.compile("[yd年月日]", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMAT_LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.");

    private Workbooks() {}

    static Sheet open(Path file, Predicate<String> known, SheetLimits limits) throws IOException {
        try {
            ZipGuard.check(file, limits);
        } catch (ZipException broken) {
            throw new SheetException("file.workbook", broken);
        }
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
        try {
            return new TableSheetOfWorkbook(workbook, best(workbook, known), known, limits).sheet();
        } catch (IOException broken) {
            workbook.close();
            throw broken;
        } catch (RuntimeException broken) {
            workbook.close();
            throw damaged(broken);
        }
    }

    /** The reader trips over what it does not expect in many ways: missing attributes, numbers that are none. */
    private static SheetException damaged(RuntimeException broken) {
        return broken instanceof SheetException told ? told : new SheetException("file.workbook", broken);
    }

    private static org.dhatim.fastexcel.reader.Sheet best(ReadableWorkbook workbook, Predicate<String> known)
            throws IOException {
        org.dhatim.fastexcel.reader.Sheet best = workbook.getFirstSheet();
        int bestMatches = 0;
        for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
            List<TableSheet.Line> first;
            try (Stream<Row> rows = sheet.openStream()) {
                first = rows.limit(Header.SEARCHED * 3L)
                        .map(row -> line(row, workbook.isDate1904()))
                        .toList();
            }
            int matches = TableSheet.matches(first, known);
            if (matches > bestMatches) {
                best = sheet;
                bestMatches = matches;
            }
        }
        return best;
    }

    /** Ties the open stream of rows to the workbook it is read from. */
    private record TableSheetOfWorkbook(
            ReadableWorkbook workbook,
            org.dhatim.fastexcel.reader.Sheet chosen,
            Predicate<String> known,
            SheetLimits limits) {

        Sheet sheet() throws IOException {
            Stream<Row> rows = chosen.openStream();
            Iterator<Row> iterator = rows.iterator();
            Iterator<TableSheet.Line> lines = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    try {
                        return iterator.hasNext();
                    } catch (RuntimeException broken) {
                        throw damaged(broken);
                    }
                }

                @Override
                public TableSheet.Line next() {
                    try {
                        return line(iterator.next(), workbook.isDate1904());
                    } catch (RuntimeException broken) {
                        throw damaged(broken);
                    }
                }
            };
            return new TableSheet(
                    lines,
                    () -> {
                        rows.close();
                        workbook.close();
                    },
                    // A workbook does not tell how far its XML has been read.
                    () -> Double.NaN,
                    known,
                    limits);
        }
    }

    private static TableSheet.Line line(Row row, boolean date1904) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            cells.add(cell == null ? "" : text(cell, date1904));
        }
        return new TableSheet.Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell, boolean date1904) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY || value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            if (dateFormat(cell.getDataFormatString())) {
                return date(number, date1904);
            }
            // Longer numbers have lost digits already; the exponent tells so to whoever reads the cell.
            boolean beyond = number.abs().compareTo(new BigDecimal("1e15")) >= 0;
            return beyond
                    ? String.valueOf(number.doubleValue())
                    : number.round(EXCEL_PRECISION).stripTrailingZeros().toPlainString();
        }
        return cell.getText();
    }

    private static boolean dateFormat(String format) {
        return format != null
                && !format.equals("General")
                && DATE_FORMAT
                        .matcher(FORMAT_LITERALS.matcher(format).replaceAll(""))
                        .find();
    }

    private static String date(BigDecimal serial, boolean date1904) {
        LocalDateTime start = date1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
        LocalDateTime moment = start.plusSeconds(Math.round(serial.doubleValue() * 86_400));
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
