package org.chengxin.search.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.search.document.SubjectFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an index of one kind is created with: {@code index-templates} and the settings of the operator. */
final class IndexDefinition {

    /** Set in the mapping's {@code _meta}: an index of another fingerprint is built anew. */
    static final String FINGERPRINT = "fingerprint";

    private final ObjectNode template;
    private final String fingerprint;

    private IndexDefinition(String json) {
        template = (ObjectNode) JsonMapper.shared().readTree(json).get("template");
        fingerprint = hash(SubjectFields.FORMAT + '\n' + json);
    }

    /** Reads {@code index-templates/KIND.json} from the class path. */
    static IndexDefinition read(String kind) {
        String resource = "/index-templates/" + kind + ".json";
        try (InputStream in = IndexDefinition.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new IndexDefinition(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The state of a generation: a few documents that are fetched by their id. */
    static IndexDefinition state() {
        return new IndexDefinition("{\"template\": {\"settings\": {}, \"mappings\": {\"dynamic\": false}}}");
    }

    String fingerprint() {
        return fingerprint;
    }

    /**
     * The body of the request that creates the index.
     *
     * @param writing the alias it is written by
     */
    String body(ElasticsearchSettings settings, String writing) {
        ObjectNode body = template.deepCopy();
        ((ObjectNode) body.get("settings"))
                .put("number_of_shards", settings.shards())
                .put("number_of_replicas", settings.replicas())
                // whoever writes also says when it can be seen: batches are seen whole
                .put("refresh_interval", "-1");
        ((ObjectNode) body.get("mappings")).putObject("_meta").put(FINGERPRINT, fingerprint);
        body.putObject("aliases").putObject(writing);
        return body.toString();
    }

    /** Fields that are indexed as they are, whose terms have a greatest length. */
    Set<String> keywords() {
        Set<String> keywords = new TreeSet<>();
        for (var property : template.get("mappings").get("properties").properties()) {
            JsonNode type = property.getValue().path("type");
            if (type.asString("").equals("keyword")) {
                keywords.add(property.getKey());
            }
        }
        return keywords;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
