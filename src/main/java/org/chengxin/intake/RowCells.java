package org.chengxin.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.chengxin.intake.sheet.SheetRow;
import org.chengxin.intake.value.BadValueException;
import org.chengxin.intake.value.IdentityNumbers;
import org.chengxin.intake.value.Texts;
import org.chengxin.shared.Masks;
import org.jspecify.annotations.Nullable;

/** A row's cells by field, with what was found wrong while reading them. */
final class RowCells {

    private record Cell(String heading, String text) {}

    private final long line;
    private final Map<String, Cell> cells = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean refused;

    RowCells(SheetRow row, ColumnMap columns) {
        this.line = row.line();
        SheetRow.Refusal refusal = row.refusal();
        if (refusal != null) {
            refused = true;
            problems.add(new Problem(line, "", "", true, refusal.code(), refusal.arguments()));
            return;
        }
        row.cells().forEach((heading, text) -> {
            String field = columns.field(heading);
            if (field != null && !Texts.nothing(text)) {
                cells.putIfAbsent(field, new Cell(heading, text));
                if (text.indexOf('\uFFFD') >= 0) {
                    refuse(field, "text.damaged");
                }
            }
        });
    }

    /** The cleaned text of a field, null when the row has none. */
    @Nullable
    String text(String field) {
        Cell cell = cells.get(field);
        String text = cell == null ? "" : Texts.clean(cell.text());
        return text.isEmpty() ? null : text;
    }

    /** The cleaned text of a field on one line, null when the row has none. */
    @Nullable
    String line(String field) {
        Cell cell = cells.get(field);
        String text = cell == null ? "" : Texts.line(cell.text());
        return text.isEmpty() ? null : text;
    }

    /** A field read; null when the row has none or it cannot be read, which refuses the row. */
    <T> @Nullable T read(String field, Function<String, T> reader) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (BadValueException bad) {
            refuse(field, bad.code(), bad.arguments());
            return null;
        }
    }

    /** As {@link #read}, but a cell that cannot be read is left out with a warning. */
    <T> @Nullable T tryRead(String field, Function<String, T> reader) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (BadValueException bad) {
            warn(field, bad.code(), bad.arguments());
            return null;
        }
    }

    /** The heading the field's cell stands under, the field's name when the row has none. */
    String heading(String field) {
        Cell cell = cells.get(field);
        return cell == null ? field : cell.heading();
    }

    void refuse(String field, String code, Object... arguments) {
        refused = true;
        problems.add(problem(field, true, code, arguments));
    }

    void warn(String field, String code, Object... arguments) {
        problems.add(problem(field, false, code, arguments));
    }

    private Problem problem(String field, boolean refuses, String code, Object... arguments) {
        Cell cell = cells.get(field);
        String shown = cell == null ? "" : IdentityNumbers.masked(cell.text());
        if (field.toLowerCase(Locale.ROOT).contains("identitynumber")) {
            shown = Masks.identity(shown);
        }
        return new Problem(line, heading(field), shown, refuses, code, List.of(arguments));
    }

    boolean refused() {
        return refused;
    }

    List<Problem> problems() {
        return problems;
    }

    long line() {
        return line;
    }
}
