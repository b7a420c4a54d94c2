package org.chengxin.search.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.chengxin.search.document.FieldSink;
import org.chengxin.search.text.Analyzers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields and analyzers of one kind of document as {@code index-templates} define them, turned into Lucene's. */
final class IndexTemplate {

    private enum Type {
        TEXT,
        KEYWORD,
        LONG,
        BINARY
    }

    private record Mapped(
            String path, Type type, boolean indexed, boolean docValues, boolean positions, List<String> subfields) {}

    private final Map<String, Mapped> fields = new LinkedHashMap<>();
    private final Map<String, String> analyzers = new HashMap<>();
    private final List<String> longPrefixes = new ArrayList<>();
    static final IndexTemplate SUBJECTS = read("subjects");
    static final IndexTemplate RECORDS = read("records");
    private static final FieldType TERMS = terms(IndexOptions.DOCS);
    private static final FieldType POSITIONS = terms(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    /** Lucene refuses terms beyond 32,766 bytes; no code or name of an authority comes near. */
    private static final int MAX_KEYWORD = 4_000;

    private static FieldType terms(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    private final Map<String, String> definitions = new HashMap<>();

    private IndexTemplate(JsonNode template) {
        for (var analyzer : template.at("/settings/analysis/analyzer").properties()) {
            definitions.put(analyzer.getKey(), analyzer.getValue().get("terms").asString());
        }
        JsonNode mappings = template.get("mappings");
        for (var property : mappings.get("properties").properties()) {
            add(property.getKey(), property.getValue());
        }
        JsonNode dynamic = mappings.path("dynamic_templates");
        for (JsonNode named : dynamic) {
            for (JsonNode rule : named) {
                String match = rule.get("path_match").asString();
                longPrefixes.add(match.substring(0, match.length() - 1));
            }
        }
    }

    /** Reads {@code index-templates/NAME.json} from the class path. */
    static IndexTemplate read(String name) {
        String resource = "/index-templates/" + name + ".json";
        try (InputStream in = IndexTemplate.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new IndexTemplate(JsonMapper.shared().readTree(in).get("template"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String path, JsonNode mapping) {
        if (mapping.has("properties")) {
            // what lies in objects is known by the beginning of its path
            return;
        }
        Type type = Type.valueOf(mapping.get("type").asString().toUpperCase(Locale.ROOT));
        List<String> subfields = new ArrayList<>();
        for (var sub : mapping.path("fields").properties()) {
            subfields.add(path + "." + sub.getKey());
            add(path + "." + sub.getKey(), sub.getValue());
        }
        if (type == Type.TEXT) {
            String analyzer = mapping.get("analyzer").asString();
            String terms = definitions.get(analyzer);
            if (terms == null) {
                throw new IllegalStateException("no analyzer " + analyzer + " in the index template");
            }
            analyzers.put(path, terms);
        }
        fields.put(
                path,
                new Mapped(
                        path,
                        type,
                        mapping.path("index").asBoolean(true),
                        mapping.path("doc_values").asBoolean(type != Type.TEXT),
                        mapping.path("index_options").asString("").equals("positions"),
                        subfields));
    }

    /** Analyzer of each text field. */
    Map<String, Analyzer> analyzers() {
        Map<String, Analyzer> byField = new HashMap<>();
        analyzers.forEach((field, name) -> byField.put(field, Analyzers.byName(name)));
        return byField;
    }

    boolean uses(String analyzer) {
        return analyzers.containsValue(analyzer);
    }

    /** Terms that a field has for a text. */
    Collection<String> terms(String field, String text) {
        return Analyzers.terms(Objects.requireNonNull(analyzers.get(field)), text);
    }

    /** Puts the values of a document as Lucene's fields. */
    FieldSink into(Document document) {
        return new FieldSink() {
            @Override
            public void add(String field, String value) {
                IndexTemplate.this.add(document, field, value);
            }

            @Override
            public void add(String field, long value) {
                IndexTemplate.this.add(document, field, value);
            }

            @Override
            public void add(String field, byte[] value) {
                IndexTemplate.this.add(document, field, new BytesRef(value));
            }
        };
    }

    /** Adds a text or keyword value. */
    void add(Document document, String path, String value) {
        Mapped field = field(path);
        if (field.type == Type.TEXT) {
            document.add(new Field(path, value, field.positions ? POSITIONS : TERMS));
            for (String subfield : field.subfields) {
                document.add(new Field(subfield, value, TERMS));
            }
            return;
        }
        String keyword = value.length() > MAX_KEYWORD ? value.substring(0, MAX_KEYWORD) : value;
        if (field.indexed) {
            document.add(new StringField(path, keyword, Field.Store.NO));
        }
        if (field.docValues) {
            document.add(new SortedDocValuesField(path, new BytesRef(keyword)));
        }
    }

    /** Adds a number. */
    void add(Document document, String path, long value) {
        boolean dynamic = longPrefixes.stream().anyMatch(path::startsWith);
        if (dynamic || field(path).indexed) {
            document.add(new LongPoint(path, value));
        }
        if (dynamic || field(path).docValues) {
            document.add(new SortedNumericDocValuesField(path, value));
        }
    }

    /** Adds bytes that only come along. */
    void add(Document document, String path, BytesRef value) {
        if (field(path).type != Type.BINARY) {
            throw new IllegalArgumentException(path + " is no binary field");
        }
        document.add(new BinaryDocValuesField(path, value));
    }

    private Mapped field(String path) {
        Mapped field = fields.get(path);
        if (field == null) {
            throw new IllegalArgumentException("no field " + path + " in the index template");
        }
        return field;
    }
}
