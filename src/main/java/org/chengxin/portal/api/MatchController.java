package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chengxin.platform.RequestCost;
import org.chengxin.portal.api.Answers.MatchResult;
import org.chengxin.portal.api.Answers.MatchResults;
import org.chengxin.subject.Regions;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The door that tells who is meant by names, codes and places, many at once, and whether that is sure. */
@RestController
@Tag(name = "subjects")
class MatchController {

    /** Queries of one request under way at once: more would only crowd out other readers. */
    private static final int AT_ONCE = 2;

    private final Doors doors;
    private final PublicSearch search;
    private final SubjectAnswers answers;
    private final Regions regions;

    MatchController(Doors doors, PublicSearch search, SubjectAnswers answers, Regions regions) {
        this.doors = doors;
        this.search = search;
        this.answers = answers;
        this.regions = regions;
    }

    @PostMapping(
            path = "/api/v1/subjects/match",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "match",
            summary = "Find who is meant, many at once",
            description = "`match` is true only when the first candidate is surely the one: its whole code, its whole "
                    + "name (width, brackets, blanks, traditional characters and a left-out form make no difference) "
                    + "that nobody else carries, or its whole former name. A code that is another's, or a place or "
                    + "representative that disagrees, makes it false; of several with one name, place, code, "
                    + "representative or site decide. Each query counts as one request to the quota.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = MatchRequest.Body.class),
                                            examples =
                                                    @ExampleObject(
                                                            "{\"queries\": {\"row-1\": {\"name\": \"黄石市港饼网络科技有限公司\","
                                                                    + " \"region\": \"420200\"}}, \"limit\": 3}"))))
    Mono<ResponseEntity<MatchResults>> match(@RequestBody byte[] body, ServerWebExchange exchange) {
        doors.read(doors.match, exchange.getRequest());
        MatchRequest asked = MatchRequest.read(body, regions);
        return RequestCost.of(exchange)
                .more(asked.queries().size() - 1L)
                .then(Mono.defer(() -> answer(asked)))
                .map(results ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(results));
    }

    private Mono<MatchResults> answer(MatchRequest asked) {
        return Flux.fromIterable(asked.queries().entrySet())
                .flatMapSequential(
                        one -> search.match(one.getValue(), asked.limit())
                                .map(answer -> Map.entry(one.getKey(), answers.match(answer))),
                        AT_ONCE)
                .collect(LinkedHashMap<String, MatchResult>::new, (all, one) -> all.put(one.getKey(), one.getValue()))
                .map(MatchResults::new);
    }
}
