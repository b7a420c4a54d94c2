package org.chengxin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.chengxin.search.Relevance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run: start, memory, intake, index, searches beside a bare endpoint, reports, what other pages load. Works in a folder of its own that is
 * deleted afterwards; takes minutes and blocks.
 */
public final class Bench {

    private static final int REPORT_READERS = 2;
    /** Many more than can be written soon. */
    private static final int FLOOD = 300;

    private static final int LOOK_UPS = 2;
    /** Of both: what else the machine does comes and goes. */
    private static final int TURNS = 5;
    /** Pages of others that ask at once. */
    private static final int PAGES = 8;

    /** Of the cheapest turn before: code is still being compiled while turns cost less than this. */
    private static final double NO_LESS = 0.95;

    private static final int STEADY = 3;
    private static final int MOST_TURNS = 15;

    private static final int SOME = 50;

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
            flooded(portal);
            marks(portal);
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
        List<Load.Request> questions = questions();
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

    private List<Load.Request> questions() throws IOException {
        return Relevance.read(plan.queries()).stream()
                .map(question -> Load.Request.subjects(question.query()))
                .toList();
    }

    private Load.Figures load(URI address, List<Load.Request> requests, int connections) {
        try (Load load = new Load(address, requests, connections)) {
            load.ask(plan.warming());
            return load.ask(plan.measured());
        }
    }

    private void reports(ServedPortal portal) throws IOException, InterruptedException {
        progress.accept("reports");
        table.load(
                "PDF reports on " + REPORT_READERS + " connections",
                load(portal.address(), everyReport(portal), REPORT_READERS));
    }

    private static List<Load.Request> everyReport(ServedPortal portal) throws IOException, InterruptedException {
        return subjects(portal).stream()
                .map(id -> Load.Request.get("/api/v1/subjects/" + id + "/report.pdf"))
                .toList();
    }

    /** Look-ups with nothing else to do and, in turns, while many more reports are asked for than can be written. */
    private void flooded(ServedPortal portal) throws IOException, InterruptedException {
        progress.accept("look-ups under a flood of reports");
        List<Load.Figures> quiet = new ArrayList<>();
        List<Load.Figures> among = new ArrayList<>();
        Load.Figures written = Load.Figures.none();
        try (Load lookUps = new Load(portal.address(), questions(), LOOK_UPS);
                Load reports = new Load(portal.address(), everyReport(portal), FLOOD)) {
            lookUps.ask(plan.warming());
            for (int turn = 0; turn < TURNS; turn++) {
                quiet.add(lookUps.ask(plan.measured()));
                CompletableFuture<Load.Figures> flood = CompletableFuture.supplyAsync(
                        () -> reports.ask(plan.warming().plus(plan.measured())));
                lookUps.ask(plan.warming());
                among.add(lookUps.ask(plan.measured()));
                written = written.plus(flood.join());
            }
        }
        table.among(
                "searches on " + LOOK_UPS + " connections while " + FLOOD + " ask for reports", quiet, among, written);
    }

    /** What the home pages of others load, and what they ask when they have it. */
    private void marks(ServedPortal portal) throws IOException, InterruptedException {
        progress.accept("marks on other pages");
        List<Load.Request> pictures = new ArrayList<>();
        List<Load.Request> again = new ArrayList<>();
        for (String id : subjects(portal)) {
            Load.Request picture = Load.Request.get("/widget/v1/badge/" + id + ".svg");
            HttpResponse<String> answer = get(portal.address().resolve(picture.path()));
            // people have no mark
            answer.headers().firstValue("ETag").ifPresent(tag -> {
                pictures.add(picture);
                again.add(picture.again(tag));
            });
        }
        Load.Request script = Load.Request.get("/widget/v1/chengxin.js");
        String tag = get(portal.address().resolve(script.path()))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        try (ServedCeiling ceiling = ServedCeiling.start(program)) {
            Cost bare = cost(ceiling.process(), ceiling.address(), ServedCeiling.REQUESTS);
            table.cost(onPages("a bare WebFlux endpoint"), bare);
            costed("marks as pictures", portal, pictures, bare);
            costed("marks that are still the same", portal, again, bare);
            costed("the script of the widget", portal, List.of(script), bare);
            costed("the script that is still the same", portal, List.of(script.again(tag)), bare);
        }
    }

    private void costed(String what, ServedPortal portal, List<Load.Request> requests, Cost bare) {
        table.cost(onPages(what), cost(portal.process(), portal.address(), requests), bare);
    }

    private static String onPages(String what) {
        return what + " on " + PAGES + " connections";
    }

    /** What answers cost a process once its code is compiled: turn after turn until none is cheaper any more, the cheapest. */
    private Cost cost(ProcessHandle process, URI address, List<Load.Request> requests) {
        try (Load load = new Load(address, requests, PAGES)) {
            load.ask(plan.warming());
            Cost cheapest = Cost.of(process, () -> load.ask(plan.measured()));
            int steady = 0;
            for (int turn = 1; turn < MOST_TURNS && steady < STEADY; turn++) {
                Cost next = Cost.of(process, () -> load.ask(plan.measured()));
                steady = next.millis() > NO_LESS * cheapest.millis() ? steady + 1 : 0;
                cheapest = next.millis() < cheapest.millis() ? next : cheapest;
            }
            return cheapest;
        }
    }

    private static List<String> subjects(ServedPortal portal) throws IOException, InterruptedException {
        String subjects =
                get(portal.address().resolve("/api/v1/subjects?size=" + SOME)).body();
        JsonNode items = JsonMapper.builder().build().readTree(subjects).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("id").asString())
                .toList();
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
