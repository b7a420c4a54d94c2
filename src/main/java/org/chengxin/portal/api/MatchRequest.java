package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.chengxin.search.MatchQuery;
import org.chengxin.subject.Regions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request to match: read and checked, all that is wrong told at once.
 *
 * @param queries the queries by the keys their sender gave them, in the order sent
 * @param limit most candidates for each
 */
record MatchRequest(Map<String, MatchQuery> queries, int limit) {

    static final int MOST_QUERIES = 100;
    static final int MOST_CANDIDATES = 20;
    static final int USUAL_CANDIDATES = 5;

    private static final String QUERIES = "queries";
    private static final String LIMIT = "limit";
    private static final int LONGEST_KEY = 100;
    /** Fields of a query to the most characters of each: the longest registered name has some 120. */
    private static final Map<String, Integer> FIELDS =
            Map.of("name", 200, "uscc", 40, "region", 12, "representative", 100, "domain", 1000);
    /** What is wrong with a hundred queries alike is told of the first. */
    private static final int MOST_VIOLATIONS = 50;

    /** The body as it is described; it is read by hand, so that each mistake can be named. */
    @Schema(name = "MatchRequest", description = "What is known of subjects that are meant.")
    record Body(
            @Schema(
                            description = "Up to " + MOST_QUERIES + " queries by keys of your own.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    Map<String, Query> queries,
            @Schema(
                            description = "Most candidates for each query.",
                            minimum = "1",
                            maximum = "" + MOST_CANDIDATES,
                            defaultValue = "" + USUAL_CANDIDATES)
                    Integer limit) {}

    /** One query as it is described. */
    @Schema(name = "MatchQuery", description = "What is known of one subject; what is not known is left out.")
    record Query(
            @Schema(description = "Its name as someone wrote it.", maxLength = 200) String name,
            @Schema(description = "Its unified social credit code, or an older code.", maxLength = 40) String uscc,
            @Schema(description = "Division code of its place, which covers what lies below it.", maxLength = 12)
                    String region,
            @Schema(description = "Full name of its legal representative.", maxLength = 100) String representative,
            @Schema(description = "A domain or shop link of it.", maxLength = 1000) String domain) {}

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 when it is no JSON, or that names each field that is unknown or cannot be used
     */
    static MatchRequest read(byte[] body, Regions regions) {
        return new Reading(regions).read(StrictJson.tree(body));
    }

    private static final class Reading {

        private final Regions regions;
        private final List<Violation> violations = new ArrayList<>();

        Reading(Regions regions) {
            this.regions = regions;
        }

        MatchRequest read(JsonNode body) {
            if (!body.isObject()) {
                throw ProblemException.invalid(QUERIES, "required");
            }
            violations.addAll(StrictJson.unknown(body, "", Set.of(QUERIES, LIMIT)));
            int limit = limit(body.get(LIMIT));
            Map<String, MatchQuery> queries = queries(body.get(QUERIES));
            if (!violations.isEmpty()) {
                throw ProblemException.invalid(
                        violations.stream().limit(MOST_VIOLATIONS).toList());
            }
            return new MatchRequest(queries, limit);
        }

        private int limit(@Nullable JsonNode limit) {
            if (limit == null || limit.isNull()) {
                return USUAL_CANDIDATES;
            }
            if (!limit.isInt()) {
                violation(LIMIT, "not-a-number");
            } else if (limit.intValue() < 1 || limit.intValue() > MOST_CANDIDATES) {
                violation(LIMIT, "out-of-range", 1, MOST_CANDIDATES);
            }
            return limit.isInt() ? limit.intValue() : USUAL_CANDIDATES;
        }

        private Map<String, MatchQuery> queries(@Nullable JsonNode given) {
            Map<String, MatchQuery> queries = new LinkedHashMap<>();
            if (given == null || given.isNull() || (given.isObject() && given.isEmpty())) {
                violation(QUERIES, "required");
            } else if (!given.isObject()) {
                violation(QUERIES, "not-an-object");
            } else if (given.size() > MOST_QUERIES) {
                violation(QUERIES, "too-many", MOST_QUERIES);
            } else {
                given.properties().forEach(one -> queries.put(one.getKey(), query(one.getKey(), one.getValue())));
            }
            return queries;
        }

        private MatchQuery query(String key, JsonNode given) {
            String path = QUERIES + "." + StrictJson.sayable(key);
            if (key.length() > LONGEST_KEY) {
                violation(path, "too-long", LONGEST_KEY);
            }
            if (!given.isObject()) {
                violation(path, "not-an-object");
                return MatchQuery.ofName("");
            }
            violations.addAll(StrictJson.unknown(given, path + ".", FIELDS.keySet()));
            return new MatchQuery(
                    text(path, given, "name"),
                    text(path, given, "uscc"),
                    region(path, text(path, given, "region")),
                    text(path, given, "representative"),
                    text(path, given, "domain"));
        }

        private @Nullable String text(String path, JsonNode query, String field) {
            JsonNode value = query.get(field);
            if (value == null || value.isNull()) {
                return null;
            }
            int most = Objects.requireNonNull(FIELDS.get(field));
            if (!value.isString()) {
                violation(path + "." + field, "not-a-text");
            } else if (value.stringValue().length() > most) {
                violation(path + "." + field, "too-long", most);
            } else {
                return value.stringValue().isBlank() ? null : value.stringValue();
            }
            return null;
        }

        private @Nullable String region(String path, @Nullable String code) {
            if (code == null) {
                return null;
            }
            String known = regions.canonical(code.strip()).orElse(null);
            if (known == null) {
                violation(path + ".region", "not-a-region");
            }
            return known;
        }

        private void violation(String field, String reason, Object... arguments) {
            violations.add(new Violation(field, reason, List.of(arguments), null));
        }
    }
}
