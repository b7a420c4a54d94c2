package org.chengxin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.chengxin.search.Relevance;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run: start, memory, intake, index, searches beside a bare endpoint, reports. Works in a folder of its own that is
 * deleted afterwards; takes minutes and blocks.
 */
public final class Bench {

    private static final int REPORT_READERS = 2;
    private static final int REPORT_SUBJECTS = 50;

    private final BenchPlan plan;
    private final Consumer<String> progress;
    private final Program program;
    private final PortalCommands commands;
    private final BenchTable table = new BenchTable();

    private Bench(BenchPlan plan, Path folder, String application, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        this.program = new Program(folder, application);
        this.commands = new PortalCommands(program);
    }

    /**
     * Runs a plan.
     *
     * @param application name of the class that serves or runs a command
     * @param progress told what is measured next
     * @return a Markdown table
     * @throws IOException when a portal does not start or a command fails; says what it wrote
     */
    public static String run(BenchPlan plan, String application, Consumer<String> progress)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("chengxin-bench");
        try {
            return new Bench(plan, folder, application, progress).table();
        } finally {
            delete(folder);
        }
    }

    private String table() throws IOException, InterruptedException {
        double before = Machine.load();
        progress.accept("start on an empty directory");
        try (ServedPortal portal = ServedPortal.start(program, false)) {
            table.time("start on an empty directory, seed taken in", portal.took());
        }
        try (ServedPortal portal = ServedPortal.start(program, false)) {
            restarted("the seed", portal);
            for (BenchPlan.Intake intake : plan.files()) {
                progress.accept("import " + intake.file().getFileName());
                table.work("import as " + intake.as(), commands.take(intake), "rows");
            }
            progress.accept("rebuild of the index");
            table.work("rebuild of the index", commands.reindex(), "subjects");
        }
        try (ServedPortal portal = ServedPortal.start(program, false)) {
            if (!plan.files().isEmpty()) {
                restarted("all of it", portal);
            }
            searches("", portal);
            reports(portal);
            memory("after all this", portal);
        }
        try (ServedPortal portal = ServedPortal.start(program, true)) {
            searches(", answers kept", portal);
        }
        table.row("machine", Machine.line());
        table.row(
                "load of the machine before and after (1 min)",
                String.format(Locale.ROOT, "%.1f and %.1f", before, Machine.load()));
        return table.toString();
    }

    private void restarted(String what, ServedPortal portal) throws IOException, InterruptedException {
        progress.accept("restarted with " + what);
        table.time("restart with " + what, portal.took());
        memory("with " + what, portal);
    }

    private void memory(String when, ServedPortal portal) throws IOException, InterruptedException {
        // the collection gives memory back: what the process holds is asked for after it
        OptionalLong heap = portal.heap();
        table.memory("memory " + when, portal.resident(), heap);
    }

    private void searches(String how, ServedPortal portal) throws IOException, InterruptedException {
        List<Load.Request> questions = Relevance.read(plan.queries()).stream()
                .map(question -> Load.Request.subjects(question.query()))
                .toList();
        try (ServedCeiling ceiling = ServedCeiling.start(program)) {
            for (int connections : plan.connections()) {
                progress.accept("searches" + how + ", readers at once: " + connections);
                Load.Figures hello = load(ceiling.address(), ServedCeiling.REQUESTS, connections);
                Load.Figures found = load(portal.address(), questions, connections);
                table.load(
                        "searches on " + connections + (connections == 1 ? " connection" : " connections") + how,
                        found,
                        hello);
            }
        }
    }

    private Load.Figures load(URI address, List<Load.Request> requests, int connections) {
        try (Load load = new Load(address, requests, connections)) {
            load.ask(plan.warming());
            return load.ask(plan.measured());
        }
    }

    private void reports(ServedPortal portal) throws IOException, InterruptedException {
        progress.accept("reports");
        String subjects = get(portal.address().resolve("/api/v1/subjects?size=" + REPORT_SUBJECTS))
                .body();
        List<Load.Request> reports = StreamSupport.stream(
                        JsonMapper.builder()
                                .build()
                                .readTree(subjects)
                                .get("items")
                                .spliterator(),
                        false)
                .map(item ->
                        Load.Request.get("/api/v1/subjects/" + item.get("id").asString() + "/report.pdf"))
                .toList();
        table.load(
                "PDF reports on " + REPORT_READERS + " connections", load(portal.address(), reports, REPORT_READERS));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
