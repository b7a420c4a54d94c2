package org.chengxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chengxin.backup.BackupException;
import org.chengxin.backup.Manifest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What {@code backup} and {@code restore} share: a directory, and how they tell what they did or why not. */
abstract class DirectoryCommand implements Callable<Integer> {

    private static final int WRONG_USE = 2;
    private static final int FAILED = 3;

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", descriptionKey = "directory")
    private Path directory;

    @Option(names = "--json")
    private boolean json;

    private final String done;

    /**
     * A command that has not run.
     *
     * @param done what to say when it has, in both languages
     */
    DirectoryCommand(String done) {
        this.done = done;
    }

    /** Does it; the manifest tells what the backup holds. */
    abstract Manifest run(ChengxinCommand portal, Path directory);

    @Override
    public final Integer call() {
        try {
            tell(run(root, directory));
            return 0;
        } catch (BackupException failure) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(failure.getMessage());
            err.flush();
            return failure.isWrongUse() ? WRONG_USE : FAILED;
        }
    }

    private void tell(Manifest manifest) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? JsonMapper.builder().build().writeValueAsString(manifest)
                        : done + ": " + manifest.tables().size() + " tables, " + manifest.rows() + " rows, "
                                + manifest.files().size() + " files, " + manifest.at());
        out.flush();
    }
}
