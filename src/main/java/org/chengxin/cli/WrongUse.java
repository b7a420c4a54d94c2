package org.chengxin.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line, Chinese first, what is wrong with the arguments, and in a second where help is. */
final class WrongUse implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(words(wrong));
        err.println("用法 (usage): " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String words(ParameterException wrong) {
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return "缺少 (missing): "
                    + missing.getMissing().stream().map(WrongUse::label).collect(Collectors.joining(", "));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String what = unmatched.isUnknownOption()
                    ? "没有这个选项 (no such option): "
                    : "没有这个命令或参数 (no such command or argument): ";
            String near = String.join(", ", unmatched.getSuggestions());
            return what
                    + String.join(" ", unmatched.getUnmatched())
                    + (near.isEmpty() ? "" : "；是否指 (did you mean): " + near);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return "选项只能给一次 (given more than once): " + label(twice.getOverwritten());
        }
        return "用法有误 (wrong use): " + wrong.getMessage();
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }
}
