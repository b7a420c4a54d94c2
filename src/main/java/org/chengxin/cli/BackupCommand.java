package org.chengxin.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chengxin.backup.Backup;
import org.chengxin.backup.BackupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Saves the portal into a directory, beside the running one or alone. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

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
                    "已备份 (saved)",
                    root.bean(Backup.class).to(directory));
        } catch (BackupException failure) {
            return BackupWords.print(spec.commandLine().getErr(), failure);
        }
    }
}
