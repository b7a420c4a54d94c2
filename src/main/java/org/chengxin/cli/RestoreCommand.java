package org.chengxin.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chengxin.backup.BackupException;
import org.chengxin.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a data directory of a backup; the portal builds its index when it starts. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", descriptionKey = "directory")
    private Path directory;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        try {
            return BackupWords.print(
                    spec.commandLine().getOut(),
                    json,
                    "已恢复，启动门户时重建索引 (restored; the portal builds its index when it starts)",
                    root.bean(Restore.class).from(directory));
        } catch (BackupException failure) {
            return BackupWords.print(spec.commandLine().getErr(), failure);
        }
    }
}
