package org.chengxin.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.ChengxinApplication;
import org.chengxin.search.Relevance;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.WorstQueries;

/**
 * Not a test: the portal of {@code target/chengxin.jar} (another class path as {@code -Dprogram}) beside Elasticsearch asked directly and beside a bare WebFlux
 * endpoint, in turns, by the same client; over HTTP, no answer cached. Elasticsearch has the same names and places under
 * its standard analyzer and answers one plain query a search. Arguments: {@code companies.tsv.gz}, then files of questions;
 * {@code -Dturns}, {@code -Dseconds} of each; the portal's data stays in {@code -Dfolder} and is used again. Started with {@code -Xmx512m} the portal has what Elasticsearch has.
 */
final class EngineBench {

    private static final String PROGRAM = System.getProperty("program", "target/chengxin.jar");
    private static final int CONNECTIONS = 8;
    private static final int TYPING = 16;
    private static final int TURNS = Integer.getInteger("turns", 5);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("seconds", 6));
    /** Compilers of Java need their time where processors are shared: warmed up until a turn brings so little more, or so often. */
    private static final double STEADY = 1.03;

    private static final int WARMING = 40;

    private static final String PORTAL = "portal";
    private static final String ELASTICSEARCH = "Elasticsearch " + PlainIndex.VERSION;
    private static final String BARE = "bare WebFlux";

    private final StringBuilder table = new StringBuilder();

    private EngineBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> questions = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
            Relevance.read(Path.of(file)).forEach(question -> questions.add(question.query()));
        }
        Path folder = Files.createDirectories(Path.of(System.getProperty("folder", "target/engine-bench")))
                .toAbsolutePath();
        System.out.println(new EngineBench().run(folder, Path.of(arguments[0]), questions));
        System.exit(0);
    }

    private String run(Path folder, Path companies, List<String> questions) throws IOException, InterruptedException {
        boolean fresh = !Files.exists(folder.resolve("data"));
        Program program = new Program(folder, ChengxinApplication.class.getName(), PROGRAM);
        try (ServedPortal portal = ServedPortal.start(program, false)) {
            if (fresh) {
                PortalCommands commands = new PortalCommands(program);
                commands.take(new BenchPlan.Intake(companies, "subjects"));
                commands.reindex();
            }
            PlainIndex elasticsearch = PlainIndex.of(companies);
            double before = Machine.load();
            try (ServedCeiling ceiling = ServedCeiling.start(program)) {
                compare(portal, elasticsearch, ceiling, questions);
            }
            typing(portal, questions);
            worst(portal);
            table.append(
                    "%n%s; load before and after %.1f and %.1f%n".formatted(Machine.line(), before, Machine.load()));
        }
        return table.toString();
    }

    private void compare(ServedPortal portal, PlainIndex elasticsearch, ServedCeiling ceiling, List<String> questions) {
        Map<String, Turns> asked = new LinkedHashMap<>();
        asked.put(BARE, new Turns(ceiling.process(), ceiling.address(), ServedCeiling.REQUESTS, CONNECTIONS));
        asked.put(
                ELASTICSEARCH,
                new Turns(
                        elasticsearch.process(),
                        elasticsearch.address(),
                        questions.stream().map(PlainIndex::request).toList(),
                        CONNECTIONS));
        asked.put(
                PORTAL,
                new Turns(
                        portal.process(),
                        portal.address(),
                        questions.stream().map(Load.Request::subjects).toList(),
                        CONNECTIONS));
        asked.values().forEach(Turns::warm);
        for (int turn = 0; turn < TURNS; turn++) {
            asked.values().forEach(Turns::next);
        }
        table.append(
                "| look-ups on %d connections | a second | p50 | p99 | slowest | processor time a query | of the client |%n"
                        .formatted(CONNECTIONS));
        table.append("|---|---|---|---|---|---|---|\n");
        asked.forEach((name, turns) -> table.append(turns.row(name)));
        Turns mine = asked.get(PORTAL);
        for (String other : List.of(ELASTICSEARCH, BARE)) {
            Turns its = asked.get(other);
            table.append(String.format(
                    Locale.ROOT,
                    "| portal through %s | %.2f | %.2f | %.2f | | %.2f | |%n",
                    other,
                    mine.figures.perSecond() / its.figures.perSecond(),
                    BenchTable.ratio(mine.figures.median(), its.figures.median()),
                    BenchTable.ratio(mine.figures.slowest1Percent(), its.figures.slowest1Percent()),
                    mine.processor() / its.processor()));
        }
        asked.values().forEach(Turns::close);
    }

    /** Every beginning of every question, as it comes when each letter asks. */
    private void typing(ServedPortal portal, List<String> questions) {
        List<Load.Request> letters = new ArrayList<>();
        for (String question : questions) {
            String text = question.strip();
            for (int end = 1; end <= text.length(); end = next(text, end)) {
                letters.add(Load.Request.suggestions(text.substring(0, end)));
            }
        }
        table.append(
                "%n| suggestions on %d connections, letter by letter | a second | p50 | p99 | slowest | processor time a query | of the client |%n"
                        .formatted(TYPING));
        table.append("|---|---|---|---|---|---|---|\n");
        try (Turns turns = new Turns(portal.process(), portal.address(), letters, TYPING)) {
            turns.warm();
            for (int turn = 0; turn < TURNS; turn++) {
                turns.next();
            }
            table.append(turns.row(PORTAL));
        }
    }

    private static int next(String text, int end) {
        return end < text.length() ? text.offsetByCodePoints(end, 1) : end + 1;
    }

    private void worst(ServedPortal portal) {
        table.append(
                "%n| the worst texts, one connection | a second | p50 | p99 | slowest | processor time a query | of the client |%n"
                        .formatted());
        table.append("|---|---|---|---|---|---|---|\n");
        for (String worst : WorstQueries.ALL) {
            // what is longer is refused at the door
            String text = worst.substring(0, Math.min(worst.length(), SubjectQuery.MAX_PASTE));
            String shown = text.codePointCount(0, text.length()) <= 30
                    ? text
                    : text.substring(0, 6) + "… (" + text.length() + ")";
            for (Load.Request request : List.of(Load.Request.subjects(text), Load.Request.suggestions(text))) {
                boolean suggests = request.path().contains("suggest");
                try (Turns turns = new Turns(portal.process(), portal.address(), List.of(request), 1)) {
                    turns.next();
                    table.append(turns.row((suggests ? "suggest " : "") + "`" + shown + "`"));
                }
            }
        }
    }

    /** One server, asked now and then, with the processor time that it and the client took meanwhile. */
    private static final class Turns implements AutoCloseable {

        private final ProcessHandle server;
        private final Load load;
        private Load.Figures figures = Load.Figures.none();
        private Duration servers = Duration.ZERO;
        private Duration clients = Duration.ZERO;

        Turns(ProcessHandle server, URI address, List<Load.Request> requests, int connections) {
            this.server = server;
            this.load = new Load(address, requests, connections);
        }

        void warm() {
            double best = load.ask(TURN).perSecond();
            int steady = 0;
            for (int turn = 1; turn < WARMING && steady < 3; turn++) {
                double now = load.ask(TURN).perSecond();
                steady = now > best * STEADY ? 0 : steady + 1;
                best = Math.max(best, now);
            }
        }

        void next() {
            Duration server = processor(this.server);
            Duration client = processor(ProcessHandle.current());
            figures = figures.plus(load.ask(TURN));
            servers = servers.plus(processor(this.server).minus(server));
            clients = clients.plus(processor(ProcessHandle.current()).minus(client));
        }

        private static Duration processor(ProcessHandle process) {
            return process.info().totalCpuDuration().orElseThrow();
        }

        /** Milliseconds of processor time of the server for one query. */
        double processor() {
            return servers.toNanos() / 1e6 / Math.max(1, figures.answered());
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f ms | %.1f ms | %.1f ms | %.3f ms | %.3f ms%s |%n",
                    name,
                    figures.perSecond(),
                    figures.median().toNanos() / 1e6,
                    figures.slowest1Percent().toNanos() / 1e6,
                    figures.slowest().toNanos() / 1e6,
                    processor(),
                    clients.toNanos() / 1e6 / Math.max(1, figures.answered()),
                    figures.failed() == 0 ? "" : ", " + figures.failed() + " failed");
        }

        @Override
        public void close() {
            load.close();
        }
    }
}
