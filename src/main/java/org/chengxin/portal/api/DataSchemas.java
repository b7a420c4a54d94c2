package org.chengxin.portal.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.FieldRole;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Visibility;

/** The type-specific part of a record as JSON, and its schema: both after the catalogue. */
final class DataSchemas {

    /** These stand beside {@code data}, the same for all types. */
    private static final Set<FieldRole> BESIDE_DATA = Set.of(
            FieldRole.DOCUMENT_NUMBER,
            FieldRole.AUTHORITY,
            FieldRole.DECIDED_ON,
            FieldRole.VALID_UNTIL,
            FieldRole.LEVEL,
            FieldRole.STATE,
            FieldRole.STATE_REASON);

    private DataSchemas() {}

    /** Fields of {@code data} that the public may see. */
    static List<FieldDef> fields(RecordType type) {
        return type.recordFields().stream()
                .filter(DataSchemas::inData)
                .filter(field -> visibility(field) != Visibility.HIDE)
                .toList();
    }

    static boolean inData(FieldDef field) {
        return !field.ofSubject() && (field.role() == null || !BESIDE_DATA.contains(field.role()));
    }

    static boolean masked(FieldDef field) {
        return visibility(field) == Visibility.MASK;
    }

    private static Visibility visibility(FieldDef field) {
        return field.visibility().getOrDefault(Audience.PUBLIC, Visibility.HIDE);
    }

    /** A canonical value as JSON: numbers and booleans as such, all else, and whatever is masked, as text. */
    static Object json(FieldDef field, String text) {
        if (masked(field)) {
            return text;
        }
        return switch (field.kind()) {
            case MONEY, DECIMAL -> new BigDecimal(text);
            case INTEGER -> new BigInteger(text);
            case BOOLEAN -> Boolean.valueOf(text);
            default -> text;
        };
    }

    /** JSON Schema (2020-12) of {@code data} in records of a type. */
    static Map<String, Object> schema(RecordType type, Locale language) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields(type).forEach(field -> properties.put(field.name(), schema(field, language)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("title", type.name().in(language));
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> schema(FieldDef field, Locale language) {
        Map<String, Object> schema = new LinkedHashMap<>();
        boolean masked = masked(field);
        schema.put("type", masked ? "string" : jsonType(field));
        schema.put("title", field.label().in(language));
        if (masked) {
            return schema;
        }
        switch (field.kind()) {
            case DATE -> schema.put("format", "date");
            case URL -> schema.put("format", "uri-reference");
            case MONEY -> schema.put("description", "CNY yuan");
            case CODE ->
                schema.put("x-extensible-enum", List.copyOf(field.options().keySet()));
            default -> {}
        }
        return schema;
    }

    private static String jsonType(FieldDef field) {
        return switch (field.kind()) {
            case MONEY, DECIMAL -> "number";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            default -> "string";
        };
    }
}
