package org.chengxin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chengxin.bench.Bench;
import org.chengxin.bench.BenchPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures what this machine can do, on portals and a directory of its own; the user's data is not touched. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final String SEED_QUERIES = "/org/chengxin/bench/queries.tsv";

    @ParentCommand
    private ChengxinCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--import", paramLabel = "FILE=TYPE", descriptionKey = "import")
    private Map<Path, String> files = Map.of();

    @Option(names = "--queries", paramLabel = "FILE.tsv", descriptionKey = "queries")
    private @Nullable Path queries;

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,8,64",
            descriptionKey = "connections")
    private List<Integer> connections = List.of();

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "5", descriptionKey = "seconds")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (queries != null) {
            QueryFile.check(queries, spec);
        }
        List<BenchPlan.Intake> intakes = new ArrayList<>();
        files.forEach((file, as) -> intakes.add(new BenchPlan.Intake(file, as)));
        Path own = Files.createTempFile("chengxin-queries", ".tsv");
        try {
            BenchPlan plan = new BenchPlan(
                    intakes,
                    queries == null ? seedQueries(own) : queries,
                    connections,
                    Duration.ofSeconds(Math.max(1, seconds)));
            String table = Bench.run(
                    plan, root.application().getName(), spec.commandLine().getErr()::println);
            spec.commandLine().getOut().print(table);
            spec.commandLine().getOut().flush();
            return 0;
        } finally {
            Files.delete(own);
        }
    }

    private static Path seedQueries(Path to) throws IOException {
        try (InputStream in = BenchCommand.class.getResourceAsStream(SEED_QUERIES)) {
            if (in == null) {
                throw new IOException(SEED_QUERIES + " is not on the class path");
            }
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            return to;
        }
    }
}
