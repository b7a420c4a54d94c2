package org.chengxin.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chengxin.indexing.IndexWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures how often the right subject comes first. */
@Command(name = "relevance", mixinStandardHelpOptions = true)
final class RelevanceCommand implements Callable<Integer> {

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.tsv", descriptionKey = "file")
    private Path file;

    @Override
    public Integer call() {
        QueryFile.check(file, spec);
        spec.commandLine().getOut().println(root.bean(IndexWork.class).relevance(file));
        return 0;
    }
}
