package org.chengxin.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The root of the command line. Exit codes: 0 done, 1 done with row errors, 2 wrong use, 3 failed.
 *
 * <p>A command joins the portal that owns the data directory, or brings up what it needs when there is none; the
 * application context starts only after the arguments were found right.
 */
@Command(
        name = "chengxin",
        mixinStandardHelpOptions = true,
        description = "诚信查: public credit portal. Without a command it serves.",
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 3,
        subcommands = {
            ImportCommand.class,
            ReindexCommand.class,
            RelevanceCommand.class,
            ObjectionsCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class ChengxinCommand {

    private static final String SERVE = "serve";

    /** These would bring up the record store with every command, also with one that must find nothing there. */
    private static final String NOT_FOR_COMMANDS =
            "org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration,"
                    + "org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration,"
                    + "org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration";

    private final Class<?> application;
    private @Nullable ConfigurableApplicationContext context;
    /** The start says itself why it failed. */
    private boolean startFailed;

    private ChengxinCommand(Class<?> application) {
        this.application = application;
    }

    /** Whether these arguments ask to serve: no command, {@code serve}, or Spring options only. */
    public static boolean serves(String[] args) {
        return args.length == 0
                || args[0].equals(SERVE)
                || (args[0].startsWith("--") && !Set.of("--help", "--version").contains(args[0]));
    }

    /** Runs a command to its end and returns the exit code. */
    public static int run(Class<?> application, String[] args) {
        ChengxinCommand root = new ChengxinCommand(application);
        CommandLine line = new CommandLine(root);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!root.startFailed) {
                command.getErr().println("失败 (failed): " + failure.getMessage());
            }
            return 3;
        });
        try {
            return line.execute(args);
        } finally {
            if (root.context != null) {
                root.context.close();
            }
        }
    }

    /** A bean of the application, started on first use. */
    <T> T bean(Class<T> type) {
        if (context == null) {
            startFailed = true;
            context = new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    .lazyInitialization(true)
                    .properties(
                            "chengxin.command=true",
                            "logging.level.root=warn",
                            "spring.autoconfigure.exclude=" + NOT_FOR_COMMANDS)
                    .run();
            startFailed = false;
        }
        return context.getBean(type);
    }
}
