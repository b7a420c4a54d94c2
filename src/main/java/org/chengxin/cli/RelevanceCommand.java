package org.chengxin.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures how often the right subject comes first. */
@Command(
        name = "relevance",
        description = "Prints hit@1, hit@10 and MRR per kind for a TSV of query, kind, expected names.",
        mixinStandardHelpOptions = true)
final class RelevanceCommand implements Callable<Integer> {

    @ParentCommand
    private ChengxinCommand root;

    @Parameters(paramLabel = "FILE.tsv", description = "query, kind, expected (| between names)")
    private Path file;

    @Option(names = "--json", description = "result for machines")
    private boolean json;

    @Override
    public Integer call() {
        return 0;
    }
}
