package org.chengxin.intake.sheet;

import java.util.Map;

/**
 * One row of a file.
 *
 * @param line line of a text file or row of a workbook, from 1, as the person who has the file counts it
 * @param cells values by heading as written, in order; blank cells are left out
 */
public record SheetRow(long line, Map<String, String> cells) {}
