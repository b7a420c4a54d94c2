package org.chengxin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chengxin.ChengxinApplication;
import org.chengxin.search.BenchedEngine;
import org.chengxin.search.Relevance;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.elasticsearch.ElasticsearchEngines;

/**
 * Not a test: what the portal adds to the searches that it sends to Elasticsearch. Each question is asked through the portal's
 * door, then the very searches that were heard meanwhile are sent by a plain client; then the same with the engine alone in place
 * of the portal. All reach Elasticsearch through one forwarder, and one after the other. Arguments: folder, whose
 * portal is filled the first time and whose name begins the names of the indices; {@code companies.tsv.gz}; files of questions. {@code -Delasticsearch=URL} with
 * the analysis plugin, {@code -Dquestions} how many, {@code -Dpasses} over them, {@code -Dprogram} the portal's class path, {@code target/chengxin.jar} otherwise.
 */
final class AddedBench {

    private static final String PROGRAM = System.getProperty("program", "target/chengxin.jar");
    private static final int QUESTIONS = Integer.getInteger("questions", 400);
    private static final int PASSES = Integer.getInteger("passes", 30);
    /** The others warm up. */
    private static final int MEASURED = 2;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Forwarder forwarder;

    private AddedBench(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        List<String> all = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
            Relevance.read(Path.of(file)).forEach(question -> all.add(question.query()));
        }
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < Math.min(QUESTIONS, all.size()); i++) {
            questions.add(all.get((int) ((long) i * all.size() / QUESTIONS)));
        }
        try (Forwarder forwarder = new Forwarder(URI.create(System.getProperty("elasticsearch")))) {
            new AddedBench(forwarder).run(folder, Path.of(arguments[1]), questions);
        }
        System.exit(0);
    }

    private void run(Path folder, Path companies, List<String> questions) throws IOException, InterruptedException {
        boolean fresh = !Files.exists(folder.resolve("data"));
        // read from where the portal and its commands work
        Files.writeString(
                folder.resolve("application.properties"),
                """
                chengxin.search.engine=elasticsearch
                chengxin.search.elasticsearch.urls=%s
                chengxin.search.elasticsearch.prefix=%s
                chengxin.search.elasticsearch.replicas=0
                chengxin.search.elasticsearch.search-timeout=30s
                """
                        .formatted(forwarder.address(), folder.getFileName()));
        Program program = new Program(folder, ChengxinApplication.class.getName(), PROGRAM);
        try (ServedPortal portal = ServedPortal.start(program, false)) {
            if (fresh) {
                PortalCommands commands = new PortalCommands(program);
                commands.take(new BenchPlan.Intake(companies, "subjects"));
                commands.reindex();
            }
            compare("the portal's door", portal.process(), questions, text -> {
                Load.Request request = Load.Request.subjects(text);
                send(HttpRequest.newBuilder(URI.create(portal.address() + request.path()))
                        .build());
            });
        }
        try (SearchEngine engine = ElasticsearchEngines.open(
                BenchedEngine.settings(forwarder.address(), folder), "420200", Clock.systemUTC())) {
            System.out.printf("%d subjects%n", engine.size());
            compare(
                    "the engine alone, in the process of this bench",
                    ProcessHandle.current(),
                    questions,
                    text -> engine.subjects(
                            SubjectQuery.of(text, 10), Clock.systemUTC().instant()));
        }
    }

    private interface Asked {
        void ask(String text) throws IOException, InterruptedException;
    }

    private void compare(String what, ProcessHandle process, List<String> questions, Asked asked)
            throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        List<Double> direct = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        Duration before = Duration.ZERO;
        int searches = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            if (pass == PASSES - MEASURED) {
                before = processor(process);
            }
            for (String question : questions) {
                forwarder.searches();
                long begun = System.nanoTime();
                asked.ask(question);
                double its = (System.nanoTime() - begun) / 1e6;
                List<Load.Request> heard = forwarder.searches();
                begun = System.nanoTime();
                for (Load.Request search : heard) {
                    post(search);
                }
                double plain = (System.nanoTime() - begun) / 1e6;
                forwarder.searches();
                if (pass >= PASSES - MEASURED) {
                    millis.add(its);
                    direct.add(plain);
                    added.add(its - plain);
                    searches += heard.size();
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: ms %s; its searches sent directly, %.1f a question: ms %s; more by p50 %.2f, per question %s; processor time %.2f%n",
                what,
                told(millis),
                searches / (double) millis.size(),
                told(direct),
                at(millis, 0.5) - at(direct, 0.5),
                told(added),
                processor(process).minus(before).toNanos() / 1e6 / millis.size());
    }

    private static Duration processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private void post(Load.Request search) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(forwarder.address() + search.path()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(search.json()))
                .build());
    }

    private void send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " gave " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String told(List<Double> millis) {
        return String.format(Locale.ROOT, "p50 %.2f p99 %.2f", at(millis, 0.5), at(millis, 0.99));
    }

    private static double at(List<Double> millis, double share) {
        return millis.stream().sorted().toList().get((int) ((millis.size() - 1) * share));
    }
}
