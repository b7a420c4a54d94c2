package org.chengxin.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds, as {@code manifest.json}; written last, so a directory without one is no backup.
 *
 * @param format version of this layout
 * @param at when it was begun
 * @param schema version of the database schema, see {@code db/migration}
 * @param tables in an order in which rows find the rows they refer to
 * @param sequences next numbers of identity columns, at least what the tables hold
 * @param files keys and files beside the database
 */
public record Manifest(
        int format, Instant at, String schema, List<Table> tables, List<Sequence> sequences, List<Kept> files) {

    static final int FORMAT = 1;
    private static final String FILE = "manifest.json";

    /**
     * A table, kept as PostgreSQL's COPY text in UTF-8, gzipped.
     *
     * @param columns in the order of the file
     */
    public record Table(String name, List<String> columns, long rows, Kept file) {}

    /** The number a sequence gave out last. */
    public record Sequence(String name, long last) {}

    /**
     * A file of the backup.
     *
     * @param path within the backup, with slashes
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Kept(String path, long bytes, String sha256) {}

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    void write(Path directory) throws IOException {
        Path half = directory.resolve(FILE + ".half");
        Files.write(
                half,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(half, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads the manifest of a backup, refusing what is none or of another format. */
    static Manifest read(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            throw BackupException.wrongUse("不是完整的备份：" + directory + " (not a whole backup: it has no " + FILE + ")");
        }
        try {
            Manifest manifest = JsonMapper.builder().build().readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.format != FORMAT) {
                throw BackupException.wrongUse("备份格式 " + manifest.format + " 不受支持 (backup format not known)");
            }
            return manifest;
        } catch (IOException | JacksonException broken) {
            throw BackupException.failed("备份清单无法读取 (manifest cannot be read): " + file, broken);
        }
    }
}
