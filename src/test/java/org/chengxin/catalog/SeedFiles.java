package org.chengxin.catalog;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of {@code seed/} as heading to text, whatever their format, for the tests that check them. */
final class SeedFiles {

    private static final Path SEED = Path.of("seed");
    /** The source's code: a column of every sheet, of no type. */
    static final String SOURCE = "@source";

    private static final JsonMapper JSON = new JsonMapper();

    private SeedFiles() {}

    /** Rows of {@code seed/NAME.csv} or {@code seed/NAME.jsonl}; a list stands as its items joined by {@code |}. */
    static List<Map<String, String>> rows(String name) {
        Path csv = SEED.resolve(name + ".csv");
        Path json = SEED.resolve(name + ".jsonl");
        try {
            return Files.exists(csv) ? csv(csv) : json(json);
        } catch (IOException e) {
            throw new UncheckedIOException("no seed of " + name, e);
        }
    }

    /** The rows with field names of the type instead of headings; fails for a heading the type does not know. */
    static List<Map<String, String>> records(RecordType type) {
        Map<String, String> fieldOf = new LinkedHashMap<>(Map.of("source", SOURCE, "来源", SOURCE));
        for (FieldDef field : type.fields()) {
            fieldOf.put(field.name(), field.name());
            fieldOf.put(field.label().zh(), field.name());
            field.columns().forEach(column -> fieldOf.put(column, field.name()));
        }
        List<Map<String, String>> records = new ArrayList<>();
        for (Map<String, String> row : rows(type.code())) {
            Map<String, String> record = new LinkedHashMap<>();
            row.forEach((heading, value) -> {
                String field = fieldOf.get(heading);
                if (field == null) {
                    throw new AssertionError("seed of " + type.code() + ": no field has the column " + heading);
                }
                if (!value.isBlank()) {
                    record.put(field, value);
                }
            });
            records.add(record);
        }
        return records;
    }

    private static List<Map<String, String>> csv(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(row -> rows.add(row.getFieldsAsMap()));
        }
        return rows;
    }

    private static List<Map<String, String>> json(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Map<String, String> row = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> property : JSON.readTree(line).properties()) {
                row.put(property.getKey(), text(property.getValue()));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asString();
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asString()));
        return String.join("|", items);
    }
}
