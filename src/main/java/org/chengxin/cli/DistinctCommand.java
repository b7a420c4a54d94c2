package org.chengxin.cli;

import java.time.Clock;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** States, lists and lifts that two subjects are not the same though people take one for the other. */
@Command(name = "distinct", mixinStandardHelpOptions = true)
final class DistinctCommand extends CommandGroup {

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json") boolean json) {
        return print(
                root.bean(DistinctSubjects.class).all(),
                json,
                pair -> String.join("\t", pair.one(), pair.other(), pair.at().toString(), pair.by(), pair.reason()),
                " 对 (pairs)");
    }

    @Command(name = "state", mixinStandardHelpOptions = true)
    int state(
            @Parameters(paramLabel = "ID_OR_USCC", descriptionKey = "subject") String subject,
            @Parameters(paramLabel = "ID_OR_USCC", descriptionKey = "another") String another,
            @Option(names = "--reason", required = true) String reason,
            @Option(names = "--by") @Nullable String by) {
        Subject one = subject(subject);
        Subject other = subject(another);
        if (one.id().equals(other.id())) {
            throw new ParameterException(spec.commandLine(), "是同一主体 (the same subject): " + one.id());
        }
        boolean stated = root.bean(DistinctSubjects.class)
                .state(
                        one.id(),
                        other.id(),
                        reason,
                        ObjectionsCommand.actor(by),
                        root.bean(Clock.class).instant());
        say(stated ? "已记为非同一主体 (kept as not the same)" : "早已记下 (kept already)", one, other);
        return 0;
    }

    @Command(name = "lift", mixinStandardHelpOptions = true)
    int lift(
            @Parameters(paramLabel = "ID_OR_USCC", descriptionKey = "subject") String subject,
            @Parameters(paramLabel = "ID_OR_USCC", descriptionKey = "another") String another,
            @Option(names = "--by") @Nullable String by) {
        Subject one = subject(subject);
        Subject other = subject(another);
        boolean lifted = root.bean(DistinctSubjects.class)
                .lift(
                        one.id(),
                        other.id(),
                        ObjectionsCommand.actor(by),
                        root.bean(Clock.class).instant());
        say(lifted ? "已解除 (lifted)" : "没有这条记载 (nothing was kept)", one, other);
        return 0;
    }

    private Subject subject(String idOrUscc) {
        SubjectStore subjects = root.bean(SubjectStore.class);
        return subjects.find(idOrUscc)
                .or(() -> subjects.findByUscc(idOrUscc))
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "没有这个主体 (no such subject): " + idOrUscc));
    }

    private void say(String done, Subject one, Subject other) {
        spec.commandLine()
                .getOut()
                .println(done + ": " + one.name() + " " + one.id() + " ≠ " + other.name() + " " + other.id());
    }
}
