package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.chengxin.report.ReportBatch;
import org.chengxin.shared.PersonalNumbers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a request for many reports. Nothing is made while one row is wrong: all that are wrong are told at once. */
final class ReportBatchRequest {

    private static final String SUBJECTS = "subjects";

    private ReportBatchRequest() {}

    /** The body as it is described; it is read by hand, so that each mistake can be named. */
    @Schema(name = "ReportBatchRequest", description = "Subjects whose reports are asked for.")
    record Body(
            @Schema(
                            description = "Ids or unified social credit codes, up to " + ReportBatch.MOST_ROWS + ".",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<String> subjects) {}

    /**
     * Reads a body.
     *
     * @return ids and codes as the store knows them, in their order
     * @throws ProblemException 400 when it is no JSON, has no rows or too many, or names each row that is neither id nor code
     */
    static List<String> read(byte[] body) {
        JsonNode given = StrictJson.rows(StrictJson.tree(body, Set.of(SUBJECTS)), SUBJECTS, ReportBatch.MOST_ROWS);
        List<String> subjects = new ArrayList<>(given.size());
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String subject = subject(given.get(i));
            if (subject == null) {
                wrong.add(new Violation(SUBJECTS + "[" + i + "]", "not-a-subject", List.of(), null));
            } else {
                subjects.add(subject);
            }
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        return List.copyOf(subjects);
    }

    private static @Nullable String subject(JsonNode given) {
        String written = given.isString() ? given.stringValue().strip() : "";
        // it is kept and said back: a number of a person must not be
        return PersonalNumbers.in(written).isEmpty() ? StrictJson.subject(written) : null;
    }
}
