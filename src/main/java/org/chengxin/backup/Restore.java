package org.chengxin.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.chengxin.platform.store.DataDirectory;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes a data directory of a backup. Until the last step the directory is marked as unfinished, and no portal starts on
 * it. The index is built when the portal starts. Blocks.
 */
@Component
public class Restore {

    private static final Set<String> OF_EVERY_DIRECTORY = Set.of(DataDirectory.LOCK_FILE, "logs", "lost+found");

    private final DataDirectory directory;
    private final ObjectProvider<DataSource> dataSource;

    Restore(DataDirectory directory, ObjectProvider<DataSource> dataSource) {
        this.directory = directory;
        this.dataSource = dataSource;
    }

    /**
     * Restores a backup into the data directory of this process, which must be empty, and into an empty database.
     *
     * @throws BackupException when either is not empty, or the backup is damaged; then nothing of it is used
     */
    public Manifest from(Path backup) {
        Path source = backup.toAbsolutePath();
        Manifest manifest = Manifest.read(source);
        try {
            refuseUnlessEmpty();
            for (Manifest.Table table : manifest.tables()) {
                Digesting.checked(source, table.file());
            }
            for (Manifest.Kept file : manifest.files()) {
                Digesting.checked(source, file);
            }
            directory.markUnfinished();
            copyFiles(source, manifest.files());
            try (Connection connection = dataSource.getObject().getConnection()) {
                load(source, manifest, connection);
            }
            directory.finished();
            return manifest;
        } catch (IOException | SQLException | FlywayException failure) {
            throw BackupException.failed(
                    "恢复未完成，请清空 " + directory.path()
                            + " 后重试 (restore not finished; empty the data directory and try again): "
                            + failure.getMessage(),
                    failure);
        }
    }

    private void refuseUnlessEmpty() throws IOException {
        List<String> inside;
        try (var files = Files.list(directory.path())) {
            inside = files.map(file -> file.getFileName().toString())
                    .filter(name -> !OF_EVERY_DIRECTORY.contains(name))
                    .toList();
        }
        if (!directory.owned() || !inside.isEmpty()) {
            throw BackupException.wrongUse("只能恢复到空的数据目录：" + directory.path()
                    + " 不为空 (restores into an empty data directory only; this one is not)");
        }
    }

    private void copyFiles(Path source, List<Manifest.Kept> files) throws IOException {
        for (Manifest.Kept file : files) {
            Path target = directory.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.copy(Digesting.checked(source, file), target, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void load(Path source, Manifest manifest, Connection connection) throws SQLException, IOException {
        Tables tables = new Tables(connection);
        if (!tables.none()) {
            throw BackupException.wrongUse("数据库不为空，只能恢复到空的数据库 (restores into an empty database only; this one is not)");
        }
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource.getObject())
                .target(MigrationVersion.fromVersion(manifest.schema()))
                .load();
        flyway.migrate();
        if (!tables.schema().equals(manifest.schema())) {
            throw BackupException.wrongUse(
                    "备份来自更新的版本：数据库结构 " + manifest.schema() + " (the backup is of a newer version than this jar)");
        }
        connection.setAutoCommit(false);
        tables.clear(manifest.tables());
        for (Manifest.Table table : manifest.tables()) {
            tables.read(table, Digesting.checked(source, table.file()));
        }
        for (Manifest.Sequence sequence : manifest.sequences()) {
            tables.set(sequence);
        }
        connection.commit();
        connection.setAutoCommit(true);
        tables.analyse();
    }
}
