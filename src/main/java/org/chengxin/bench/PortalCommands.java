package org.chengxin.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands beside the portal, whose answers for machines hold the figures. */
final class PortalCommands {

    /** Exit code of an import that refused rows: real files have bad ones. */
    private static final int ROW_ERRORS = 1;

    private final Program program;
    private final JsonMapper json = JsonMapper.builder().build();

    PortalCommands(Program program) {
        this.program = program;
    }

    /** Things done and how long that took. */
    record Work(long things, double seconds) {

        double perSecond() {
            return things / Math.max(0.001, seconds);
        }
    }

    /** Takes a file in; counts its rows. */
    Work take(BenchPlan.Intake intake) throws IOException, InterruptedException {
        JsonNode result = run(
                "import",
                intake.file().toAbsolutePath().toString(),
                "--as",
                intake.as(),
                "--source",
                "bench",
                "--source-kind",
                "department");
        return new Work(result.get("rows").asLong(), result.get("seconds").asDouble());
    }

    /** Builds the index anew; counts its subjects. */
    Work reindex() throws IOException, InterruptedException {
        JsonNode result = run("reindex");
        return new Work(result.get("subjects").asLong(), result.get("seconds").asDouble());
    }

    private JsonNode run(String... command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--json");
        File output = program.folder().resolve("command.log").toFile();
        Process process = program.start(output, arguments);
        int exit = process.waitFor();
        String said = Files.readString(output.toPath());
        if (exit > ROW_ERRORS) {
            throw new IOException(String.join(" ", command) + " ended with " + exit + ":\n" + said);
        }
        return json.readTree(said.substring(said.indexOf('{')));
    }
}
