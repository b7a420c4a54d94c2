package org.chengxin.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chengxin.platform.store.DataDirectory;
import org.springframework.stereotype.Component;

/**
 * Saves the record store as of one moment, with the keys and files that belong to it, while the portal serves and imports
 * go on. The index is not saved: it is a projection. Blocks.
 */
@Component
public class Backup {

    private static final String SERVER_PASSWORD = "keys/postgres.password";

    /** What of the data directory is kept beside the tables; a key must be there before the row it protects. */
    static final List<String> FOLDERS = List.of("keys", "files");

    private final DataDirectory directory;
    private final DataSource dataSource;
    private final Clock clock;

    Backup(DataDirectory directory, DataSource dataSource, Clock clock) {
        this.directory = directory;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Writes a backup.
     *
     * @param target a directory that is empty or does not exist; afterwards readable by its owner only, for the keys are in
     *     it
     * @throws BackupException when the target is not empty, or the backup could not be written whole
     */
    public Manifest to(Path target) {
        try (Connection connection = dataSource.getConnection()) {
            prepare(target);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                Tables tables = new Tables(connection);
                String schema = tables.schema();
                Manifest manifest = new Manifest(
                        Manifest.FORMAT,
                        clock.instant(),
                        schema,
                        tables.write(target),
                        tables.sequences(),
                        copyFiles(target));
                manifest.write(target);
                return manifest;
            } finally {
                connection.rollback();
            }
        } catch (IOException | SQLException failure) {
            throw BackupException.failed("备份未完成 (backup not finished): " + failure.getMessage(), failure);
        }
    }

    private static void prepare(Path target) throws IOException {
        Files.createDirectories(target);
        if (!isEmpty(target)) {
            throw BackupException.wrongUse("备份目录不为空：" + target + " (backup directory is not empty)");
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private List<Manifest.Kept> copyFiles(Path target) throws IOException {
        List<Manifest.Kept> kept = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path from = directory.resolve(folder);
            if (!Files.isDirectory(from)) {
                continue;
            }
            try (var files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String path = directory.path().relativize(file).toString();
                    // the embedded server of the restored portal gets a password of its own
                    if (!path.equals(SERVER_PASSWORD)) {
                        keep(target, file, path, kept);
                    }
                }
            }
        }
        return kept;
    }

    private static void keep(Path target, Path file, String path, List<Manifest.Kept> kept) throws IOException {
        try {
            kept.add(Digesting.write(target, path, out -> Files.copy(file, out)));
        } catch (NoSuchFileException gone) {
            // deleted since it was listed: then nothing refers to it any more
            Files.deleteIfExists(target.resolve(path));
        }
    }
}
