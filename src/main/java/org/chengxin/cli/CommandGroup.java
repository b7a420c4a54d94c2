package org.chengxin.cli;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** A command that does nothing by itself: what is wanted is told by a word behind it. */
abstract class CommandGroup implements Runnable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    @ParentCommand
    ChengxinCommand root;

    @Spec
    CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(), String.join(", ", spec.subcommands().keySet()) + "?");
    }

    /**
     * Prints what was found, for machines or a line each.
     *
     * @param counted what follows the number of lines, e.g. {@code  件 (objections)}; null when they are not counted
     */
    final <T> int print(List<T> found, boolean json, Function<T, String> line, @Nullable String counted) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(found));
            return 0;
        }
        found.forEach(one -> out.println(line.apply(one)));
        if (counted != null) {
            out.println(found.size() + counted);
        }
        return 0;
    }
}
