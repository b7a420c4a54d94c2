package org.chengxin.cli;

import java.util.Arrays;
import java.util.Set;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.shared.FullDisk;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * The root of the command line. Exit codes: 0 done, 1 done with row errors, 2 wrong use, 3 failed.
 *
 * <p>A command joins the portal that owns the data directory, or brings up what it needs when there is none; the
 * application context starts only after the arguments were found right.
 */
@Command(
        name = "chengxin",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        resourceBundle = "messages-cli",
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 3,
        subcommands = {
            ImportCommand.class,
            ReindexCommand.class,
            RelevanceCommand.class,
            ExplainCommand.class,
            ObjectionsCommand.class,
            DistinctCommand.class,
            SiteCommand.class,
            KeyCommand.class,
            KeysCommand.class,
            VerifyCommand.class,
            LogCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            BenchCommand.class,
            BareCommand.class
        })
public final class ChengxinCommand {

    /** Exit code of what could not be done. */
    public static final int FAILED = 3;

    private static final String SERVE = "serve";

    private static final Set<String> ABOUT = Set.of("--help", "--version", "-h", "-V");

    /** These would bring up the record store with every command, also with one that must find nothing there. */
    private static final String NOT_FOR_COMMANDS =
            "org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration,"
                    + "org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration,"
                    + "org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration";

    private final Class<?> application;
    private @Nullable ConfigurableApplicationContext context;
    /** The start says itself why it failed. */
    private boolean startFailed;

    ChengxinCommand(Class<?> application) {
        this.application = application;
    }

    /** Whether these arguments ask to serve: no command, {@code serve}, or Spring options only. */
    public static boolean serves(String[] args) {
        return args.length == 0
                || ((args[0].equals(SERVE) || args[0].startsWith("--"))
                        && Arrays.stream(args).noneMatch(ABOUT::contains));
    }

    /**
     * Starts serving.
     *
     * @return false when it could not start; why was told in one line
     */
    public static boolean serve(Class<?> application, String[] args) {
        try {
            Launch.run(new SpringApplicationBuilder(application), args);
            return true;
        } catch (RuntimeException told) {
            return false;
        }
    }

    /** Runs a command to its end and returns the exit code. */
    public static int run(Class<?> application, String[] args) {
        // what serve takes are Spring's options; about itself it says what the program says
        String[] asked = args[0].equals(SERVE) ? Arrays.copyOfRange(args, 1, args.length) : args;
        ChengxinCommand root = new ChengxinCommand(application);
        try {
            return root.line().execute(asked);
        } finally {
            if (root.context != null) {
                root.context.close();
            }
        }
    }

    /** The class that serves, or runs a command. */
    Class<?> application() {
        return application;
    }

    CommandLine line() {
        CommandLine line = new CommandLine(this);
        line.setParameterExceptionHandler(new WrongUse());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!startFailed) {
                command.getErr().println("失败 (failed): " + words(failure));
            }
            return FAILED;
        });
        return line;
    }

    private static @Nullable String words(Exception failure) {
        String again = "已提交的内容不受影响，之后再次执行同一命令即可继续 (what was committed stays; run the same command again)";
        if (FullDisk.isCauseOf(failure)) {
            return "磁盘已满 (the disk is full)。" + again;
        }
        return StoreCalls.isAway(failure) ? "数据库连接不上 (the store is out of reach)。" + again : failure.getMessage();
    }

    /** A bean of the application, started on first use. */
    <T> T bean(Class<T> type) {
        if (context == null) {
            startFailed = true;
            context = Launch.run(new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .lazyInitialization(true)
                    .properties(
                            "chengxin.command=true",
                            "logging.level.root=warn",
                            "spring.autoconfigure.exclude=" + NOT_FOR_COMMANDS));
            startFailed = false;
        }
        return context.getBean(type);
    }
}
