package org.chengxin.intake;

import java.nio.file.Path;
import org.chengxin.record.Source;
import org.jspecify.annotations.Nullable;

/**
 * What to take in and as what.
 *
 * @param file CSV, TSV, JSON Lines (plain or .gz) or XLSX
 * @param as {@code subjects} or a record type code
 * @param mapping YAML of {@code column: field} pairs, null for the headings the catalogue knows
 * @param source who states it; null takes the file's own source column
 * @param sourceKind kind of sources that are new; codes whose check character disagrees are taken from departments only
 * @param again take a file in again that was taken in before
 */
public record ImportRequest(
        Path file, String as, @Nullable Path mapping, @Nullable String source, Source.Kind sourceKind, boolean again) {

    /** What subjects are taken in as. */
    public static final String SUBJECTS = "subjects";

    public static ImportRequest of(Path file, String as) {
        return new ImportRequest(file, as, null, null, Source.Kind.OTHER, false);
    }

    public ImportRequest withMapping(@Nullable Path mapping) {
        return new ImportRequest(file, as, mapping, source, sourceKind, again);
    }

    public ImportRequest withSource(@Nullable String source, Source.Kind kind) {
        return new ImportRequest(file, as, mapping, source, kind, again);
    }

    public ImportRequest onceMore(boolean again) {
        return new ImportRequest(file, as, mapping, source, sourceKind, again);
    }

    /** Where bad rows are told, beside the input. */
    public Path errors() {
        return file.resolveSibling(file.getFileName() + ".errors.csv");
    }
}
