package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengxin.platform.Language;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.RequestCost;
import org.chengxin.portal.api.RestrictionAnswers.RestrictionBatch;
import org.chengxin.portal.api.RestrictionAnswers.RestrictionRow;
import org.chengxin.portal.api.RestrictionAnswers.RowProblem;
import org.chengxin.portal.api.RestrictionAnswers.SubjectRestrictions;
import org.chengxin.portal.api.RestrictionRequest.Row;
import org.chengxin.portal.api.RestrictionWords.Standing;
import org.chengxin.record.Archive;
import org.chengxin.shared.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doors to joint measures in force, of one subject and of many. They say nothing of natural persons, and take ids and
 * codes only: nobody is refused anything for a name like another's.
 */
@RestController
@Tag(name = "restrictions")
class RestrictionsController {

    private final Doors doors;
    private final PublicArchives archives;
    private final RestrictionWords words;
    private final JsonMapper json;

    RestrictionsController(Doors doors, PublicArchives archives, RestrictionWords words, JsonMapper json) {
        this.doors = doors;
        this.archives = archives;
        this.words = words;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/subjects/{id}/restrictions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "restrictions",
            summary = "Joint measures in force against a subject",
            description =
                    "From the public records of joint measures, which rest on serious-default lists; never from mere "
                            + "penalties. What was lifted, repaired or withdrawn is not among them. An empty list says that none is "
                            + "known here; `unknown` names the departments that may know more. Natural persons answer 404.")
    Mono<SubjectRestrictions> restrictions(
            @Parameter(description = "Id or current unified social credit code.") @PathVariable String id,
            ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.restrictions, exchange.getRequest());
        Set<String> purposes = asked.codes("purpose");
        Locale language = Language.of(exchange);
        return archives.archive(id, null)
                .filter(RestrictionsController::answersFor)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND)))
                .zipWith(archives.departments(), (archive, known) -> {
                    Standing standing = words.of(archive, purposes, language);
                    return new SubjectRestrictions(
                            standing.subject(),
                            standing.restricted(),
                            standing.validUntil(),
                            known.unknown(),
                            known.asOf());
                });
    }

    @PostMapping(
            path = "/api/v1/restrictions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "restrictionBatch",
            summary = "Joint measures in force against many subjects",
            description =
                    "The same for up to 1000 subjects at once. Rows that cannot be answered are named in `problems` by "
                            + "their number, the others are answered. Send the `etag` of the answer you have with a row: when it "
                            + "still holds, the row comes back `unchanged`. Each row counts as one request to the quota of the key.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = RestrictionRequest.Body.class),
                                            examples =
                                                    @ExampleObject(
                                                            "{\"subjects\": [{\"subject\": \"91420204MA4WL2AK0L\"}],"
                                                                    + " \"purpose\": [\"tender\"]}"))))
    Mono<ResponseEntity<RestrictionBatch>> restrictionBatch(@RequestBody byte[] body, ServerWebExchange exchange) {
        doors.enter(doors.restrictionBatch, exchange);
        RestrictionRequest asked = RestrictionRequest.read(body, words.purposes());
        Locale language = Language.of(exchange);
        List<String> subjects = asked.rows().stream()
                .map(Row::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return RequestCost.of(exchange)
                .more(asked.rows().size() - 1L)
                .then(Mono.defer(() -> Mono.zip(archives.archives(subjects), archives.departments())))
                .map(found -> batch(asked, found.getT1(), found.getT2(), language))
                .map(answer ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer));
    }

    private RestrictionBatch batch(
            RestrictionRequest asked, Map<String, Archive> found, PublicArchives.Departments known, Locale language) {
        List<RestrictionRow> results = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        for (Row row : asked.rows()) {
            Archive archive = row.subject() == null ? null : found.get(row.subject());
            if (archive == null || !answersFor(archive)) {
                problems.add(words.problem(row.number(), row.subject() == null ? "malformed" : "not-found", language));
            } else {
                results.add(result(row, words.of(archive, asked.purposes(), language)));
            }
        }
        return new RestrictionBatch(results, problems, known.unknown(), known.asOf());
    }

    private RestrictionRow result(Row row, Standing standing) {
        byte[] digest = Sha256.of(json.writeValueAsBytes(standing));
        // 96 bits tell any two answers to one row apart
        String etag =
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 16);
        boolean unchanged = etag.equals(row.etag());
        return new RestrictionRow(
                row.number(),
                standing.subject(),
                unchanged,
                unchanged ? null : standing.restricted(),
                standing.validUntil(),
                etag);
    }

    private static boolean answersFor(Archive archive) {
        return !archive.subject().kind().naturalPerson();
    }
}
