package org.chengxin.intake;

/**
 * What became of the rows of a file.
 *
 * @param rows rows read
 * @param inserted rows that made something new
 * @param updated rows that changed something known
 * @param unchanged rows that said what was known already
 * @param skipped rows about another record type
 * @param refused rows that stay out, each with its reason in the error file
 * @param warnings remarks on rows that went in
 */
public record ImportCounts(
        long rows, long inserted, long updated, long unchanged, long skipped, long refused, long warnings) {

    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0);

    ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                rows + other.rows,
                inserted + other.inserted,
                updated + other.updated,
                unchanged + other.unchanged,
                skipped + other.skipped,
                refused + other.refused,
                warnings + other.warnings);
    }
}
