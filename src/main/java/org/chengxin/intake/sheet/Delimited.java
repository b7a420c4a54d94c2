package org.chengxin.intake.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.util.Iterator;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** CSV and TSV. */
final class Delimited {

    private static final Pattern QUOTED_CELL = Pattern.compile("(^|[\t\n\r])\"[^\t\n\r]*\"([\t\n\r]|$)");

    /**
     * Stands for "no quote character" in tab separated files, where a lone quotation mark is text: half a character, which
     * no decoder lets begin a cell.
     */
    private static final char NO_QUOTE = '\uDC00';

    private Delimited() {}

    static Sheet open(
            Reader reader,
            char delimiter,
            String sample,
            DoubleSupplier progress,
            Predicate<String> known,
            SheetLimits limits) {
        boolean quotes = delimiter != '\t' || QUOTED_CELL.matcher(sample).find();
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quotes ? '"' : NO_QUOTE)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(true)
                .ofCsvRecord(reader);
        Iterator<CsvRecord> records = csv.iterator();
        Iterator<TableSheet.Line> lines = new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (CsvParseException broken) {
                    throw unreadable(broken);
                }
            }

            @Override
            public TableSheet.Line next() {
                try {
                    CsvRecord record = records.next();
                    return new TableSheet.Line(record.getStartingLineNumber(), record.getFields());
                } catch (CsvParseException broken) {
                    throw unreadable(broken);
                }
            }
        };
        return new TableSheet(lines, csv, progress, known, limits);
    }

    private static SheetException unreadable(CsvParseException broken) {
        return new SheetException("file.csv", broken, String.valueOf(broken.getMessage()));
    }
}
