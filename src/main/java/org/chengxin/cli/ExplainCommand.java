package org.chengxin.cli;

import java.util.concurrent.Callable;
import org.chengxin.indexing.IndexWork;
import org.chengxin.search.SearchExplanation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells why a look-up of subjects answers as it does. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "QUERY", descriptionKey = "query")
    private String query;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID_CODE_OR_NAME", descriptionKey = "subject")
    private @Nullable String subject;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        SearchExplanation explanation = root.bean(IndexWork.class).explain(query, subject);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(CommandGroup.JSON.writeValueAsString(explanation));
        } else {
            new ExplanationText(out).print(explanation, subject);
        }
        return 0;
    }
}
