package org.chengxin.intake.sheet;

/**
 * How much of a file is read at most, so that a small file cannot fill the memory or the disk. Rows over the limit of a row
 * are refused one by one; the other limits end the file.
 *
 * @param rows rows of one file
 * @param columns cells of one row
 * @param cell characters of one cell
 * @param line characters of one line of JSON
 * @param packing how many times its packed size a gzipped file may be, once it is over {@code workbookKeptBytes}
 * @param workbookBytes unpacked bytes of a workbook
 * @param workbookEntryBytes unpacked bytes of one part of a workbook
 * @param workbookKeptBytes unpacked bytes of a part that is kept in memory: all but the rows
 * @param workbookEntries parts of a workbook
 */
public record SheetLimits(
        long rows,
        int columns,
        int cell,
        int line,
        int packing,
        long workbookBytes,
        long workbookEntryBytes,
        long workbookKeptBytes,
        int workbookEntries) {

    /** A province's register fits; Excel itself ends at 1,048,576 rows. */
    public static final SheetLimits DEFAULT = new SheetLimits(
            50_000_000, 500, 100_000, 2_000_000, 200, 2_000_000_000L, 1_000_000_000L, 256_000_000L, 2_000);
}
