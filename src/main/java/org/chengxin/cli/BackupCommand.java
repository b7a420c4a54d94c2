package org.chengxin.cli;

import java.nio.file.Path;
import org.chengxin.backup.Backup;
import org.chengxin.backup.Manifest;
import picocli.CommandLine.Command;

/** Saves the portal into a directory, beside the running one or alone. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand extends DirectoryCommand {

    BackupCommand() {
        super("已备份 (saved)");
    }

    @Override
    Manifest run(ChengxinCommand portal, Path directory) {
        return portal.bean(Backup.class).to(directory);
    }
}
