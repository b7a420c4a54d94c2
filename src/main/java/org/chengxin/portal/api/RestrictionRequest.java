package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request for the restrictions of many: what is wrong with all of it is refused, what is wrong with one row is
 * told of that row.
 */
record RestrictionRequest(List<Row> rows, Set<String> purposes) {

    static final int MOST_ROWS = 1000;

    private static final String SUBJECTS = "subjects";
    private static final String SUBJECT = "subject";
    private static final String PURPOSE = "purpose";
    private static final String ETAG = "etag";

    /**
     * A row.
     *
     * @param number from 1
     * @param subject id or code as the store knows it, null when it is neither
     * @param etag of the answer its sender has, null for none
     */
    record Row(int number, @Nullable String subject, @Nullable String etag) {}

    /** The body as it is described; it is read by hand, so that each mistake can be named. */
    @Schema(name = "RestrictionRequest", description = "Subjects whose restrictions are asked for.")
    record Body(
            @Schema(
                            description =
                                    "Up to " + MOST_ROWS + " rows. A row may also be the id or code alone, as a text.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<BodyRow> subjects,
            @Schema(description = "Only measures applied to one of these; without it all.") List<String> purpose) {}

    /** One row as it is described. */
    @Schema(name = "RestrictionRequestRow", description = "One subject.")
    record BodyRow(
            @Schema(description = "Id or unified social credit code.", requiredMode = Schema.RequiredMode.REQUIRED)
                    String subject,
            @Schema(description = "`etag` of the answer you have.") String etag) {}

    /**
     * Reads a body.
     *
     * @param known purposes there are
     * @throws ProblemException 400 when it is no JSON, has no rows or too many, or names what is not known
     */
    static RestrictionRequest read(byte[] body, List<String> known) {
        JsonNode tree = StrictJson.tree(body, Set.of(SUBJECTS, PURPOSE));
        JsonNode subjects = StrictJson.rows(tree, SUBJECTS, MOST_ROWS);
        List<Row> rows = new ArrayList<>(subjects.size());
        for (JsonNode row : subjects) {
            rows.add(row(rows.size() + 1, row));
        }
        return new RestrictionRequest(List.copyOf(rows), purposes(tree.get(PURPOSE), known));
    }

    private static Row row(int number, JsonNode given) {
        JsonNode subject = given.isObject() ? given.get(SUBJECT) : given;
        JsonNode etag = given.isObject() ? given.get(ETAG) : null;
        return new Row(
                number,
                subject == null || !subject.isString()
                        ? null
                        : StrictJson.subject(subject.stringValue().strip()),
                etag == null || !etag.isString() ? null : etag.stringValue());
    }

    private static Set<String> purposes(@Nullable JsonNode given, List<String> known) {
        Set<String> purposes = new LinkedHashSet<>();
        if (given == null || given.isNull()) {
            return purposes;
        }
        for (JsonNode one : given.isArray() ? given : List.of(given)) {
            purposes.add(one.isString() ? one.stringValue() : "");
        }
        if (!known.containsAll(purposes)) {
            throw ProblemException.invalid(
                    List.of(new Violation(PURPOSE, "unknown-value", List.of(String.join(", ", known)), known)));
        }
        return purposes;
    }
}
