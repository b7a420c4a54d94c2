package org.chengxin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chengxin.indexing.IndexWork;
import org.chengxin.search.Relevance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
        try {
            Relevance.read(file);
        } catch (IOException unreadable) {
            throw wrong("文件读不出来 (cannot be read as UTF-8): " + file, unreadable);
        } catch (IllegalArgumentException wrongLine) {
            throw wrong(file + ": " + wrongLine.getMessage(), wrongLine);
        }
        spec.commandLine().getOut().println(root.bean(IndexWork.class).relevance(file));
        return 0;
    }

    private ParameterException wrong(String words, Exception cause) {
        return new ParameterException(spec.commandLine(), words, cause);
    }
}
