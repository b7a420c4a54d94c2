package org.chengxin.portal.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengxin.shared.SpreadsheetText;

/**
 * A table as CSV (RFC 4180) that office programs open as it is meant: UTF-8 with a byte order mark, and no cell that they
 * would take for a formula.
 */
final class CsvTable {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = SpreadsheetText.plain(cells.get(i)).replace("\"", "\"\"");
            text.append(i == 0 ? "" : ",").append('"').append(cell).append('"');
        }
        text.append("\r\n");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
