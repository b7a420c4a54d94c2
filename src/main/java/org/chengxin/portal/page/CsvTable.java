package org.chengxin.portal.page;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as CSV (RFC 4180) that office programs open as it is meant: UTF-8 with a byte order mark, and no cell that they
 * would take for a formula.
 */
final class CsvTable {

    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder("\uFEFF");

    void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append('"');
            String cell = cells.get(i);
            if (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) {
                text.append('\'');
            }
            text.append(cell.replace("\"", "\"\"")).append('"');
        }
        text.append("\r\n");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
