package org.chengxin.cli;

import java.nio.file.Path;
import org.chengxin.backup.Manifest;
import org.chengxin.backup.Restore;
import picocli.CommandLine.Command;

/** Makes a data directory of a backup; the portal builds its index when it starts. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand extends DirectoryCommand {

    RestoreCommand() {
        super("已恢复，启动门户时重建索引 (restored; the portal builds its index when it starts)");
    }

    @Override
    Manifest run(ChengxinCommand portal, Path directory) {
        return portal.bean(Restore.class).from(directory);
    }
}
