package org.chengxin.intake.sheet;

/**
 * How much of a file is read at most, so that a small file cannot fill the memory or the disk.
 *
 * @param rows rows of one file
 * @param columns cells of one row
 * @param cell characters of one cell
 * @param workbookBytes unpacked bytes of a workbook
 * @param workbookEntryBytes unpacked bytes of one part of a workbook
 * @param workbookEntries parts of a workbook
 */
public record SheetLimits(
        long rows, int columns, int cell, long workbookBytes, long workbookEntryBytes, int workbookEntries) {

    /** A province's register fits; Excel itself ends at 1,048,576 rows. */
    public static final SheetLimits DEFAULT =
            new SheetLimits(50_000_000, 500, 100_000, 2_000_000_000L, 1_000_000_000L, 2_000);
}
