package org.chengxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.rights.Evidence;
import org.chengxin.rights.Objection;
import org.chengxin.rights.ObjectionDesk;
import org.chengxin.rights.ObjectionState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Lists, opens, takes up and answers objections until there is a desk for it; every act is written down. */
@Command(name = "objections", mixinStandardHelpOptions = true)
final class ObjectionsCommand extends CommandGroup {

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--state") @Nullable String state, @Option(names = "--json") boolean json) {
        // wrong use is told before anything is started
        @Nullable ObjectionState wanted = state == null ? null : state(state);
        return print(
                desk().list(wanted),
                json,
                line -> String.join(
                        "\t",
                        line.id(),
                        line.state().code(),
                        line.filedAt().toString(),
                        line.reason(),
                        line.standing(),
                        "subject=" + text(line.subjectId()),
                        "record=" + text(line.recordId()),
                        "files=" + line.evidence()),
                " 件 (objections)");
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "CODE_OR_ID") String which,
            @Option(names = "--by") @Nullable String by,
            @Option(names = "--json") boolean json) {
        return print(desk().show(which, actor(by)), json);
    }

    @Command(name = "accept", mixinStandardHelpOptions = true)
    int accept(
            @Parameters(paramLabel = "CODE_OR_ID") String which,
            @Option(names = "--text") @Nullable String text,
            @Option(names = "--by") @Nullable String by,
            @Option(names = "--json") boolean json) {
        return print(desk().accept(which, text, actor(by)), json);
    }

    @Command(name = "handle", mixinStandardHelpOptions = true)
    int handle(
            @Parameters(paramLabel = "CODE_OR_ID") String which,
            @Option(names = "--text") @Nullable String text,
            @Option(names = "--by") @Nullable String by,
            @Option(names = "--json") boolean json) {
        return print(desk().handle(which, text, actor(by)), json);
    }

    @Command(name = "answer", mixinStandardHelpOptions = true)
    int answer(
            @Parameters(paramLabel = "CODE_OR_ID") String which,
            @Option(names = "--text", required = true) String text,
            @Option(names = "--by") @Nullable String by,
            @Option(names = "--json") boolean json) {
        return print(desk().answer(which, text, actor(by)), json);
    }

    @Command(name = "evidence", mixinStandardHelpOptions = true)
    int evidence(
            @Parameters(paramLabel = "CODE_OR_ID") String which,
            @Option(names = "--to", required = true, paramLabel = "DIR") Path folder,
            @Option(names = "--by") @Nullable String by) {
        desk().evidence(which, folder, actor(by))
                .forEach(file -> spec.commandLine().getOut().println(file));
        return 0;
    }

    private ObjectionDesk desk() {
        return root.bean(ObjectionDesk.class);
    }

    private ObjectionState state(String code) {
        Optional<ObjectionState> state = Arrays.stream(ObjectionState.values())
                .filter(known -> known.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
        return state.orElseThrow(() -> new ParameterException(spec.commandLine(), "--state: " + code));
    }

    static String actor(@Nullable String by) {
        return by == null || by.isBlank() ? System.getProperty("user.name", "unknown") : by.strip();
    }

    private int print(Objection objection, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(objection));
            return 0;
        }
        line("编号 id", objection.id());
        line("状态 state", objection.state().code());
        line("提交 filed", objection.filedAt().toString());
        line("主体 subject", objection.subjectId());
        line("记录 record", objection.recordId());
        line("数据项 field", objection.field());
        line("事由 reason", objection.reason());
        line("身份 standing", objection.standing());
        line("所指 about", objection.content().about());
        line("说明 description", objection.content().description());
        line("应为 wanted", objection.content().wanted());
        Objection.Contact contact = objection.contact();
        line("联系人 name", contact == null ? "（已删除 dropped）" : contact.name());
        line("电话 phone", contact == null ? null : contact.phone());
        line("邮箱 e-mail", contact == null ? null : contact.email());
        for (Evidence file : objection.evidence()) {
            line("证据 evidence", file.kind() + " " + file.bytes() + " B  " + file.name());
        }
        for (Objection.Act act : objection.acts()) {
            line(act.at().toString(), act.act() + "  " + act.by() + "  " + text(act.words()));
        }
        return 0;
    }

    private void line(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            // what was typed may hold control characters that a terminal would obey
            spec.commandLine().getOut().println(label + ": " + value.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\u00b7"));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
