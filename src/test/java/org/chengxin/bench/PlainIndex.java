package org.chengxin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.chengxin.ElasticsearchNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names and places of companies in the real Elasticsearch as one would begin: its standard analyzer, one shard. */
final class PlainIndex {

    static final String VERSION = System.getProperty("elasticsearch.version", "8.19.20");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 5_000;

    private final ElasticsearchNode node = ElasticsearchNode.shared();

    private PlainIndex() {}

    /** Takes in a table whose first column is a name and whose fourth a place, and makes it one segment. */
    static PlainIndex of(Path companies) throws IOException {
        PlainIndex index = new PlainIndex();
        index.ask(
                "PUT",
                "/plain",
                """
                {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
                 "mappings": {"properties": {"name": {"type": "text"}, "region": {"type": "text"}}}}""");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(companies)), StandardCharsets.UTF_8))) {
            lines.readLine();
            List<String> batch = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split("\t", -1);
                batch.add(JSON.writeValueAsString(Map.of("name", row[0], "region", row[3])));
                if (batch.size() == BATCH) {
                    index.add(batch);
                }
            }
            index.add(batch);
        }
        index.ask("POST", "/plain/_refresh", "");
        index.ask("POST", "/plain/_forcemerge?max_num_segments=1", "");
        return index;
    }

    private void add(List<String> batch) {
        if (!batch.isEmpty()) {
            StringBuilder bulk = new StringBuilder();
            batch.forEach(
                    document -> bulk.append("{\"index\":{}}\n").append(document).append('\n'));
            batch.clear();
            ask("POST", "/plain/_bulk", bulk.toString());
        }
    }

    private void ask(String method, String path, String body) {
        JsonNode answer = node.ask(method, path, body);
        if (answer.has("error") || answer.path("errors").asBoolean(false)) {
            throw new IllegalStateException(path + ": " + answer);
        }
    }

    /** One plain search for ten. */
    static Load.Request request(String text) {
        Map<String, Object> name = Map.of("match", Map.of("name", text));
        Map<String, Object> region = Map.of("match", Map.of("region", text));
        Map<String, Object> query = Map.of("bool", Map.of("should", List.of(name, region)));
        return Load.Request.post("/plain/_search", JSON.writeValueAsString(Map.of("size", 10, "query", query)));
    }

    URI address() {
        return node.url();
    }

    ProcessHandle process() {
        return node.process();
    }
}
