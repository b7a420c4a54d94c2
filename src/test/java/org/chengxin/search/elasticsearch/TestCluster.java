package org.chengxin.search.elasticsearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.ElasticsearchNode;
import org.chengxin.search.SearchEngine;
import tools.jackson.databind.JsonNode;

/**
 * Engines on the one real Elasticsearch. An engine on another folder than the last one begins with nothing: the indices stay,
 * since to make them takes longer than most tests.
 */
final class TestCluster {

    private static final String PREFIX = "contract";
    private static final int MOST_DOCUMENTS = 10_000;

    private static final String BESIDE = "beside";

    private static final Map<String, Path> last = new HashMap<>();

    private TestCluster() {}

    static SearchEngine open(Path folder) {
        return open(PREFIX, folder);
    }

    /** A second engine of a test, on indices of its own. */
    static SearchEngine beside(Path folder) {
        return open(BESIDE, folder);
    }

    private static synchronized SearchEngine open(String prefix, Path folder) {
        if (!folder.equals(last.put(prefix, folder))) {
            empty(prefix);
        }
        return ElasticsearchEngines.open(
                settings(ElasticsearchNode.shared().url(), prefix), "420200", Clock.systemUTC());
    }

    private static void empty(String prefix) {
        StringBuilder deletions = new StringBuilder();
        for (String kind : List.of(Generation.SUBJECTS, Generation.RECORDS)) {
            String alias = Generation.alias(prefix, kind);
            JsonNode found = ask(
                    "POST",
                    "/" + alias + "/_search?ignore_unavailable=true",
                    "{\"size\": " + MOST_DOCUMENTS + ", \"_source\": false}");
            for (JsonNode hit : found.at("/hits/hits")) {
                deletions
                        .append("{\"delete\": {\"_index\": \"" + alias + "\", \"_id\": " + hit.get("_id"))
                        // as those that tests put
                        .append(", \"version\": 0, \"version_type\": \"external_gte\"}}\n");
            }
        }
        String state = Generation.alias(prefix, Generation.STATE);
        if (!ask("GET", "/_alias/" + state, "").has("error")) {
            for (String id : List.of(GenerationState.ID, NameCounts.ID)) {
                deletions.append("{\"delete\": {\"_index\": \"" + state + "\", \"_id\": \"" + id + "\"}}\n");
            }
            JsonNode done = ask("POST", "/_bulk?refresh=true", deletions.toString());
            if (done.path("errors").asBoolean(true)) {
                throw new IllegalStateException("the indices could not be emptied: " + done);
            }
        }
    }

    private static JsonNode ask(String method, String path, String body) {
        return ElasticsearchNode.shared().ask(method, path, body);
    }

    /** One shard without a copy, and the patience a busy machine needs. */
    static ElasticsearchSettings settings(URI url, String prefix) {
        return settings(List.of(url), prefix, 0);
    }

    /** The same on several nodes, with copies. */
    static ElasticsearchSettings settings(List<URI> urls, String prefix, int replicas) {
        return new ElasticsearchSettings(
                urls,
                prefix,
                null,
                null,
                null,
                null,
                1,
                replicas,
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                2,
                1 << 20);
    }
}
