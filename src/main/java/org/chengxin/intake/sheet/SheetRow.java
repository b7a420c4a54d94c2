package org.chengxin.intake.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param line line of a text file or row of a workbook, from 1, as the person who has the file counts it
 * @param cells values by heading as written, in order; blank cells are left out
 * @param refusal why the row cannot be read, null when it can; such a row still arrives, to be reported like any bad one
 */
public record SheetRow(long line, Map<String, String> cells, @Nullable Refusal refusal) {

    /**
     * Why a row as a whole cannot be read.
     *
     * @param code key of its message
     * @param arguments what the message mentions
     */
    public record Refusal(String code, List<Object> arguments) {}

    SheetRow(long line, Map<String, String> cells) {
        this(line, cells, null);
    }

    static SheetRow refused(long line, String code, Object... arguments) {
        return new SheetRow(line, Map.of(), new Refusal(code, List.of(arguments)));
    }
}
