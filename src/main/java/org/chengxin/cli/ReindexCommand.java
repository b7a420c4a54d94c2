package org.chengxin.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.chengxin.indexing.IndexWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Rebuilds the index beside the live one and swaps it in while searches go on. */
@Command(name = "reindex", mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        IndexWork index = root.bean(IndexWork.class);
        long begun = System.nanoTime();
        String subjects = index.rebuild();
        double seconds = (System.nanoTime() - begun) / 1e9;
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? String.format(Locale.ROOT, "{\"subjects\": %s, \"seconds\": %.3f}", subjects, seconds)
                                : "索引已重建 (index rebuilt): " + subjects + " subjects");
        return 0;
    }
}
