package org.chengxin.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sheet made of lines of cells with a header among the first: finds the header, drops blank lines and trailing notes. */
final class TableSheet implements Sheet {

    /** A line of cells as its format gives it. */
    record Line(long number, List<String> cells) {}

    /** How the notes under a table begin. */
    private static final Pattern NOTES = Pattern.compile(
            "^[*※]?\\s*(表格说明|填表说明|填报说明|填写说明|说明|备注|注|合计|制表|填表人|审核人|联系人)([:：\\s（(]|\\d|$).*", Pattern.DOTALL);

    /** Notes have few cells; a row of data has at least a name, a number and an authority. */
    private static final int NOTE_CELLS = 2;

    private final Iterator<Line> lines;
    private final Closeable resource;
    private final DoubleSupplier progress;
    private final SheetLimits limits;
    private final Header header;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private boolean inNotes;
    private long read;
    private @Nullable SheetRow next;

    /** Reads as far as the header; throws {@link SheetException} when none of its headings is known. */
    TableSheet(
            Iterator<Line> lines,
            Closeable resource,
            DoubleSupplier progress,
            Predicate<String> known,
            SheetLimits limits) {
        this.lines = lines;
        this.resource = resource;
        this.progress = progress;
        this.limits = limits;
        while (ahead.size() < Header.SEARCHED && lines.hasNext()) {
            Line line = lines.next();
            if (!blank(line)) {
                ahead.add(line);
            }
        }
        List<List<String>> sample = ahead.stream().map(Line::cells).toList();
        this.header = Header.find(sample, known).orElseThrow(() -> new SheetException("file.no-header"));
        for (int i = 0; i <= header.last(); i++) {
            ahead.remove();
        }
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SheetRow next() {
        SheetRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        advance();
        return row;
    }

    private void advance() {
        next = null;
        while (next == null && (!ahead.isEmpty() || lines.hasNext())) {
            SheetRow row = row(ahead.isEmpty() ? lines.next() : ahead.remove());
            if (row.refusal() != null || (!row.cells().isEmpty() && !note(row.cells()))) {
                if (++read > limits.rows()) {
                    throw new SheetException("file.rows", limits.rows());
                }
                next = row;
            }
        }
    }

    private boolean note(Map<String, String> cells) {
        boolean few = cells.size() <= NOTE_CELLS && header.headings().size() > NOTE_CELLS;
        inNotes = few
                && (inNotes || NOTES.matcher(cells.values().iterator().next()).matches());
        return inNotes;
    }

    private SheetRow row(Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> values = line.cells();
        for (int column = 0; column < values.size(); column++) {
            String value = values.get(column);
            if (value.length() > limits.cell()) {
                return SheetRow.refused(line.number(), "row.cell", limits.cell());
            }
            if (!value.isBlank()) {
                String heading =
                        column < header.headings().size() ? header.headings().get(column) : "";
                cells.put(heading.isEmpty() ? "#" + (column + 1) : heading, value);
                if (cells.size() > limits.columns()) {
                    return SheetRow.refused(line.number(), "row.columns", limits.columns());
                }
            }
        }
        return new SheetRow(line.number(), cells);
    }

    private static boolean blank(Line line) {
        return line.cells().stream().allMatch(String::isBlank);
    }

    /** Known headings among the first lines; for choosing between the sheets of a workbook. */
    static int matches(List<Line> first, Predicate<String> known) {
        List<List<String>> sample = new ArrayList<>();
        first.stream().filter(line -> !blank(line)).forEach(line -> sample.add(line.cells()));
        return Header.find(sample, known).map(Header::matches).orElse(0);
    }

    @Override
    public double progress() {
        return progress.getAsDouble();
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
