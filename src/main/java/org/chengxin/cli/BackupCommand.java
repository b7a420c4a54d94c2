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
@Command(
        name = "backup",
        description =
                "Saves the record store as of one moment, keys and files into an empty directory; the portal goes on.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "empty or not there yet; holds keys afterwards, so guard it")
    private Path directory;

    @Option(names = "--json", description = "result for machines: the manifest")
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
