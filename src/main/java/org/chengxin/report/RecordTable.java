package org.chengxin.report;

import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type: its summary fields as columns and the rest below each row, or a grid of labels and values per record
 * when there are too many columns. A record is not torn between pages unless it is longer than one; heads repeat.
 */
final class RecordTable {

    /** More columns than this leave Chinese text no room on A4. */
    private static final int MOST_COLUMNS = 5;

    /** A fact wider than this part of the page does not share its line. */
    private static final float ONE_LINE = 0.45f;

    /** Height in points of a type's heading with its gaps. */
    private static final float TYPE_HEADING = 36;

    private final Sheet sheet;
    private final Words words;
    private final Map<String, String> sourceNames;
    private final ValueText text;

    RecordTable(Sheet sheet, Words words, Map<String, String> sourceNames) {
        this.sheet = sheet;
        this.words = words;
        this.sourceNames = sourceNames;
        this.text = new ValueText(words);
    }

    /** @param section heading of the section when this is its first type, so that it stays with what follows; else null */
    void write(@Nullable String section, RecordType type, List<Archive.RecordView> records) {
        List<FieldDef> fields = RecordFacts.fields(type);
        List<FieldDef> columns = fields.stream().filter(FieldDef::summary).toList();
        List<RecordFacts> facts =
                records.stream().map(record -> new RecordFacts(record, text)).toList();
        String heading = words.of("section.type", type.name().in(words.locale()), records.size());
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            grids(section, heading, fields, facts);
        } else {
            columns(section, heading, fields, columns, facts);
        }
    }

    private void grids(@Nullable String section, String heading, List<FieldDef> fields, List<RecordFacts> records) {
        for (int i = 0; i < records.size(); i++) {
            RecordFacts record = records.get(i);
            FactGrid grid = new FactGrid(sheet);
            grid.title(i + 1 + "  " + record.record().title());
            for (FieldDef field : fields) {
                grid.add(field.label().in(words.locale()), record.of(field).orElse(null));
            }
            grid.add(words.of("record.source"), source(record));
            grid.add(words.of("record.until"), until(record));
            PdfPTable table = grid.table();
            if (i == 0) {
                headings(section, heading, table.getTotalHeight());
            } else {
                sheet.need(Math.min(table.getTotalHeight(), sheet.pageHeight()));
            }
            sheet.place(table);
            sheet.gap(8);
        }
    }

    private void columns(
            @Nullable String section,
            String heading,
            List<FieldDef> fields,
            List<FieldDef> columns,
            List<RecordFacts> records) {
        List<FieldDef> rest =
                fields.stream().filter(field -> !columns.contains(field)).toList();
        float[] widths = new ColumnWidths(sheet, words.locale()).of(columns, records);
        for (int i = 0; i < records.size(); i++) {
            PdfPTable table = rows(widths, columns, rest, records.get(i), false);
            PdfPTable head = head(widths, columns);
            float height = table.getTotalHeight();
            float withHead = height + head.getTotalHeight();
            boolean longerThanPage = withHead > sheet.pageHeight();
            if (i == 0) {
                headings(section, heading, withHead);
            }
            boolean fits = height <= sheet.left() - (i == 0 ? head.getTotalHeight() : 0);
            if (longerThanPage) {
                sheet.place(rows(widths, columns, rest, records.get(i), true));
            } else {
                if (!fits) {
                    sheet.newPage();
                }
                if (i == 0 || !fits) {
                    sheet.place(head);
                }
                sheet.place(table);
            }
        }
    }

    private void headings(@Nullable String section, String type, float firstRecord) {
        float below = Math.min(firstRecord, sheet.pageHeight() / 2);
        if (section != null) {
            sheet.heading(1, section, TYPE_HEADING + below);
        }
        sheet.heading(2, type, below);
    }

    private PdfPTable head(float[] widths, List<FieldDef> columns) {
        PdfPTable table = sheet.table(widths);
        columns.forEach(column -> table.addCell(sheet.head(column.label().in(words.locale()))));
        return table;
    }

    private PdfPTable rows(
            float[] widths, List<FieldDef> columns, List<FieldDef> rest, RecordFacts record, boolean torn) {
        PdfPTable table = torn ? head(widths, columns) : sheet.table(widths);
        if (torn) {
            table.setHeaderRows(1);
            table.setSplitLate(false);
        }
        for (int i = 0; i < columns.size(); i++) {
            String value = record.of(columns.get(i)).orElse("—");
            PdfPCell cell = sheet.cell(value, Style.CELL);
            cell.setBorder(PdfPCell.NO_BORDER);
            table.addCell(cell);
        }
        PdfPCell cell = sheet.cell(details(rest, record), Style.CELL);
        cell.setColspan(columns.size());
        cell.setPaddingTop(1);
        cell.setPaddingBottom(6);
        table.addCell(cell);
        return table;
    }

    /** Long facts have a line of their own, short ones run on in one, where it comes from and until when it stands stands last. */
    private Phrase details(List<FieldDef> rest, RecordFacts record) {
        Phrase phrase = new Phrase();
        List<String[]> brief = new ArrayList<>();
        for (FieldDef field : rest) {
            String label = field.label().in(words.locale());
            String value = record.of(field).orElse("");
            if (value.isEmpty()) {
                continue;
            }
            String[] fact = {label, value};
            if (sheet.prose().width(label + value, Style.CELL) > sheet.width() * ONE_LINE) {
                line(phrase, List.<String[]>of(fact));
            } else {
                brief.add(fact);
            }
        }
        line(phrase, brief);
        line(phrase, List.of(new String[] {words.of("record.source"), source(record)}, new String[] {
            words.of("record.until"), until(record)
        }));
        return phrase;
    }

    private void line(Phrase phrase, List<String[]> facts) {
        String before = phrase.isEmpty() ? "" : "\n";
        for (String[] fact : facts) {
            fact(phrase, before, fact[0], fact[1]);
            before = "    ";
        }
    }

    private void fact(Phrase phrase, String before, String label, String value) {
        sheet.prose().append(phrase, before + words.of("record.label", label), Style.LABEL);
        sheet.prose().append(phrase, value, Style.CELL);
    }

    private String source(RecordFacts record) {
        String code = record.record().source();
        return sourceNames.getOrDefault(code, code);
    }

    private String until(RecordFacts record) {
        return record.record().publicUntil() == null
                ? words.of("record.until.open")
                : words.lastDay(record.record().publicUntil());
    }
}
