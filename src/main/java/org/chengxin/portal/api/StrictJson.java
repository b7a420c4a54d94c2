package org.chengxin.portal.api;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.chengxin.platform.ProblemKind;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the bodies of requests have in common: no field twice, none that is unknown, so that each mistake can be named. */
final class StrictJson {

    /** A key that holds anything else, or a number that may be a person's, is not said back. */
    private static final Pattern SAYABLE = Pattern.compile("(?!.*\\d{7})[A-Za-z0-9_-]{1,40}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson() {}

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 when it is no JSON, or has a field twice
     */
    static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw ProblemException.of(ProblemKind.BAD_REQUEST);
        }
    }

    /**
     * Reads a body of known fields.
     *
     * @throws ProblemException 400 when it is no JSON, or that names the fields that are unknown
     */
    static JsonNode tree(byte[] body, Set<String> known) {
        JsonNode tree = tree(body);
        List<Violation> unknown = unknown(tree, "", known);
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
        return tree;
    }

    /** The fields of an object that are not known. */
    static List<Violation> unknown(JsonNode object, String path, Set<String> known) {
        return object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Violation(path + sayable(name), "unknown-field", List.of(), null))
                .toList();
    }

    /**
     * The rows of a field.
     *
     * @throws ProblemException 400 when there are none or too many
     */
    static JsonNode rows(JsonNode tree, String field, int most) {
        JsonNode rows = tree.get(field);
        if (rows == null || !rows.isArray() || rows.isEmpty()) {
            throw ProblemException.invalid(field, "required");
        }
        if (rows.size() > most) {
            throw ProblemException.invalid(field, "too-many", most);
        }
        return rows;
    }

    /** An id or code of a subject as the store knows it; null when the text is neither. */
    static @Nullable String subject(String written) {
        if (CreditCode.check(written) != CreditCode.Status.MALFORMED) {
            return CreditCode.of(written).value();
        }
        return Ids.possible(written) ? written : null;
    }

    /** A key as it may be said back. */
    static String sayable(String key) {
        return SAYABLE.matcher(key).matches() ? key : "?";
    }
}
