package org.chengxin.search.elasticsearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chengxin.search.SearchEngine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What looks like a cluster and answers as a test wants it; what it was asked is kept. */
final class StubCluster implements AutoCloseable {

    private static final String FOUND =
            """
            {"_index": "chengxin-state-7", "_id": "state", "found": true, "_version": 1, "_seq_no": 1, "_primary_term": 1,
             "_source": {"position": "41", "seen": %d, "names": 0, "touched": 1}}""";
    private static final String NOT_FOUND = "{\"_index\": \"chengxin-state-7\", \"_id\": \"names\", \"found\": false}";
    private static final String SHARDS = "{\"total\": 1, \"successful\": 1, \"failed\": 0, \"skipped\": 0}";

    /** A request as it came in. */
    record Asked(String method, String path, String body) {}

    /**
     * What a search is answered in place of hits.
     *
     * @param status 0 closes the connection without an answer
     */
    record Failure(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger bulksNow = new AtomicInteger();
    private final AtomicInteger bulksAtOnce = new AtomicInteger();
    private volatile UnaryOperator<String> bulk = StubCluster::created;
    private volatile UnaryOperator<String> search = body -> found(body, 0);
    private volatile int status = 200;
    private volatile @Nullable CountDownLatch hanging;
    private volatile Function<String, @Nullable Failure> failures = body -> null;
    private final Map<String, AtomicInteger> points = new ConcurrentHashMap<>();

    StubCluster() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** An engine that takes this for its cluster, and is refreshed by nobody but the test. */
    SearchEngine engine(Duration searchTimeout) {
        return ElasticsearchEngines.open(
                new ElasticsearchSettings(
                        List.of(url()),
                        "chengxin",
                        null,
                        null,
                        null,
                        null,
                        1,
                        0,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        searchTimeout,
                        Duration.ofSeconds(20),
                        2,
                        1 << 16),
                "420200",
                Clock.systemUTC());
    }

    /** Answers bulk requests, given their body. */
    void onBulk(UnaryOperator<String> answers) {
        bulk = answers;
    }

    /** Answers searches, given their body. */
    void onSearch(UnaryOperator<String> answers) {
        search = answers;
    }

    /** Lets searches fail, given their body; null for those that do not. */
    void onSearchFailing(Function<String, @Nullable Failure> chosen) {
        failures = chosen;
    }

    /** From now on what is asked waits, as for a process that was stopped and not killed; null ends that. */
    void hang(@Nullable CountDownLatch until) {
        hanging = until;
    }

    /** Answers everything with a status. */
    void status(int all) {
        status = all;
    }

    List<Asked> asked() {
        return asked;
    }

    /** Bodies of the requests to a path that ends so. */
    List<String> bodies(String end) {
        return asked.stream()
                .filter(one -> one.path.endsWith(end))
                .map(Asked::body)
                .toList();
    }

    /** The answer to a search: so many in all, of whom none is shown, and each of the terms counted is had by seven. */
    static String found(String body, int total) {
        StringBuilder counted = new StringBuilder();
        JsonMapper.shared().readTree(body).path("aggregations").properties().forEach(one -> {
            JsonNode filters = one.getValue().at("/filters/filters");
            String buckets = one.getValue().has("terms")
                    ? "\"sum_other_doc_count\": 0, \"doc_count_error_upper_bound\": 0, \"buckets\": []"
                    : "\"buckets\": " + buckets(filters);
            String type = one.getValue().has("terms") ? "sterms" : "filters";
            counted.append(counted.isEmpty() ? "" : ", ")
                    .append("\"" + type + "#" + one.getKey() + "\": {" + buckets + "}");
        });
        return "{\"took\": 1, \"timed_out\": false, \"_shards\": " + SHARDS
                + ", \"hits\": {\"total\": {\"value\": " + total
                + ", \"relation\": \"eq\"}, \"hits\": []}, \"aggregations\": {" + counted + "}}";
    }

    private static String buckets(JsonNode filters) {
        String seven = "{\"doc_count\": 7}";
        return filters.isArray()
                ? "[" + String.join(", ", Collections.nCopies(filters.size(), seven)) + "]"
                : "{"
                        + String.join(
                                ", ",
                                filters.propertyNames().stream()
                                        .map(name -> "\"" + name + "\": " + seven)
                                        .toList())
                        + "}";
    }

    /** Most bulk requests there were at once. */
    int bulksAtOnce() {
        return bulksAtOnce.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        CountDownLatch hung = hanging;
        if (hung != null) {
            try {
                hung.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                exchange.close();
                return;
            }
        }
        asked.add(new Asked(exchange.getRequestMethod(), path, body));
        Failure failure = path.endsWith("/_search") && status == 200 ? failures.apply(body) : null;
        if (failure == null) {
            answer(exchange, status, answer(exchange.getRequestMethod(), path, body));
        } else if (failure.status == 0) {
            exchange.close();
        } else {
            answer(exchange, failure.status, failure.body);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] answer = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(String method, String path, String body) {
        if (status != 200) {
            return "{\"status\": " + status + ", \"error\": {\"type\": \"stub\", \"reason\": \"as asked\"}}";
        }
        if (path.endsWith("/_bulk")) {
            bulksAtOnce.accumulateAndGet(bulksNow.incrementAndGet(), Math::max);
            try {
                return bulk.apply(body);
            } finally {
                bulksNow.decrementAndGet();
            }
        }
        if (path.endsWith("/_search")) {
            return search.apply(body);
        }
        if (path.contains("/_doc/")) {
            String id = path.substring(path.lastIndexOf('/') + 1);
            if (!method.equals("GET")) {
                return wrote(id);
            }
            return id.equals(GenerationState.ID) ? FOUND.formatted(seen.get()) : NOT_FOUND;
        }
        if (path.endsWith("/_pit")) {
            return method.equals("DELETE")
                    ? "{\"succeeded\": true, \"num_freed\": 1}"
                    : "{\"id\": \"" + point(path.split("/")[1]) + "\", \"_shards\": " + SHARDS + "}";
        }
        return path.contains("/_mapping/field")
                ? "{\"chengxin-subjects-7\": {\"mappings\": {\"ends.record.permit\": {\"full_name\": \"ends.record.permit\","
                        + " \"mapping\": {\"permit\": {\"type\": \"long\"}}}}}}"
                : path.endsWith("/_mapping") ? mapping(path.split("/")[1]) : "{\"_shards\": " + SHARDS + "}";
    }

    /** The first of an index is called by it, others are counted. */
    private String point(String index) {
        int number = points.computeIfAbsent(index, any -> new AtomicInteger()).incrementAndGet();
        return "point-of-" + index + (number == 1 ? "" : "-" + number);
    }

    /** Points in time of an index that were opened. */
    int points(String index) {
        return points.getOrDefault(index, new AtomicInteger()).get();
    }

    private static String mapping(String index) {
        String kind = index.split("-")[1];
        IndexDefinition definition =
                kind.equals(Generation.STATE) ? IndexDefinition.state() : IndexDefinition.read(kind);
        return "{\"" + index + "\": {\"mappings\": {\"_meta\": {\"fingerprint\": \"" + definition.fingerprint()
                + "\"}}}}";
    }

    private String wrote(String id) {
        seen.incrementAndGet();
        return "{\"_index\": \"chengxin-state-7\", \"_id\": \"" + id
                + "\", \"_version\": 2, \"result\": \"updated\", \"_shards\": " + SHARDS
                + ", \"_seq_no\": 1, \"_primary_term\": 1}";
    }

    /** The answer to a bulk request all of whose documents were new. */
    static String created(String body) {
        return items(body, id -> "\"status\": 201, \"result\": \"created\"");
    }

    /** An answer to a bulk request, with what becomes of each id. */
    static String items(String body, UnaryOperator<String> outcomes) {
        StringBuilder items = new StringBuilder();
        for (String line : body.split("\n")) {
            if (line.startsWith("{\"index\":") || line.startsWith("{\"delete\":")) {
                String id = line.replaceAll(".*\"_id\":\"([^\"]*)\".*", "$1");
                String kind = line.substring(2, line.indexOf('"', 2));
                items.append(items.isEmpty() ? "" : ", ")
                        .append("{\"" + kind + "\": {\"_index\": \"chengxin-subjects-7\", \"_id\": \"" + id + "\", "
                                + outcomes.apply(id) + "}}");
            }
        }
        return "{\"took\": 1, \"errors\": true, \"items\": [" + items + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
