package org.chengxin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A mapping file: {@code column: field} pairs in YAML. An empty field leaves a column out. A column whose field is a map
 * tells each row's record type: {@code record_type: {blacklist: serious-default, penalty: penalty}}.
 *
 * @param fields fields by column
 * @param typeColumn the column that tells the record type, null for none
 * @param types record types by the words of that column
 * @param text the file as read, for telling one mapping from another
 */
record Mapping(Map<String, String> fields, @Nullable String typeColumn, Map<String, String> types, String text) {

    static final Mapping NONE = new Mapping(Map.of(), null, Map.of(), "");

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** Reads a file, or the built-in mapping of that name ({@code mappings/NAME.yaml} of the class path). */
    static Mapping read(@Nullable Path file) {
        if (file == null) {
            return NONE;
        }
        String text = text(file);
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        String typeColumn = null;
        try {
            JsonNode root = YAML.readTree(text);
            if (!root.isObject()) {
                throw ImportException.wrongUse("mapping.unreadable", file);
            }
            for (Map.Entry<String, JsonNode> pair : root.properties()) {
                if (pair.getValue().isObject()) {
                    typeColumn = pair.getKey();
                    pair.getValue()
                            .properties()
                            .forEach(word ->
                                    types.put(word.getKey(), word.getValue().asString()));
                } else {
                    fields.put(
                            pair.getKey(),
                            pair.getValue().isNull() ? "" : pair.getValue().asString());
                }
            }
        } catch (JacksonException broken) {
            throw ImportException.wrongUse("mapping.unreadable", file);
        }
        return new Mapping(fields, typeColumn, types, text);
    }

    private static String text(Path file) {
        try (InputStream builtIn = Mapping.class.getResourceAsStream("/mappings/" + file + ".yaml")) {
            if (!Files.exists(file) && builtIn != null) {
                return new String(builtIn.readAllBytes(), StandardCharsets.UTF_8);
            }
            return Files.readString(file);
        } catch (IOException broken) {
            throw ImportException.wrongUse("mapping.unreadable", file);
        }
    }
}
