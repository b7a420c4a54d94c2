package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chengxin.platform.Language;
import org.chengxin.portal.api.Answers.SubjectList;
import org.chengxin.portal.api.Answers.SubjectProfile;
import org.chengxin.portal.api.Answers.SubjectRecordList;
import org.chengxin.portal.api.Answers.SuggestionList;
import org.chengxin.portal.api.Answers.Total;
import org.chengxin.record.Archive;
import org.chengxin.record.Archive.RecordView;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.SubjectQuery.Sort;
import org.chengxin.shared.Codes;
import org.chengxin.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The doors to subjects: look-up, suggestions, profile, and the records of one. */
@RestController
@RequestMapping(path = "/api/v1/subjects", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "subjects")
class SubjectsController {

    private final Doors doors;
    private final PublicSearch search;
    private final PublicArchives archives;
    private final SubjectAnswers answers;
    private final RecordAnswers records;
    private final Sites sites;

    SubjectsController(
            Doors doors,
            PublicSearch search,
            PublicArchives archives,
            SubjectAnswers answers,
            RecordAnswers records,
            Sites sites) {
        this.doors = doors;
        this.search = search;
        this.archives = archives;
        this.answers = answers;
        this.records = records;
        this.sites = sites;
    }

    @GetMapping
    @Operation(operationId = "subjects", summary = "Look up subjects")
    Mono<SubjectList> subjects(ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.subjects, exchange.getRequest());
        SubjectQuery query = new SubjectQuery(
                asked.text("q"),
                asked.codes("kind"),
                asked.codes("region"),
                asked.codes("status"),
                asked.codes("list"),
                asked.codes("recordType"),
                Codes.require(Sort.class, asked.code("sort", "relevance")),
                asked.number(doors.subjects.require("size")),
                asked.textOrNull("cursor"));
        Locale language = Language.of(exchange);
        return search.subjects(query)
                .doOnNext(page -> {
                    Privacy.keepOutOfCaches(exchange, page.understood());
                    keepIfWhole(exchange, page.limited());
                })
                .zipWhen(page -> Mono.zip(
                        archives.coverage(),
                        sites.whose(asked.text("q")).map(Optional::of).defaultIfEmpty(Optional.empty())))
                .map(found -> answers.list(
                        found.getT1(),
                        found.getT2().getT1(),
                        found.getT2().getT2().orElse(null),
                        language));
    }

    /** What is said without the engine is not kept: the next answer may say more. */
    private static void keepIfWhole(ServerWebExchange exchange, boolean limited) {
        if (limited) {
            exchange.getResponse().getHeaders().setCacheControl("no-store");
        }
    }

    @GetMapping("/suggest")
    @Operation(operationId = "suggest", summary = "Subjects to offer while typing")
    Mono<SuggestionList> suggest(ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.suggest, exchange.getRequest());
        Locale language = Language.of(exchange);
        return search.suggest(asked.text("q"), asked.number(doors.suggest.require("size")))
                .doOnNext(suggestions -> {
                    Privacy.keepOutOfCachesIfEmpty(exchange, suggestions);
                    keepIfWhole(exchange, suggestions.limited());
                })
                .map(suggestions -> answers.suggestions(suggestions, language));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "subject",
            summary = "Profile of a subject",
            description = "What is not there, not public, or no longer public answers the same 404.")
    Mono<SubjectProfile> subject(
            @Parameter(description = "Id or current unified social credit code.") @PathVariable String id,
            ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.subject, exchange.getRequest());
        @Nullable Instant asOf = asked.moment("asOf");
        Locale language = Language.of(exchange);
        return archives.archive(id, asOf)
                .zipWith(
                        archives.coverage(), (archive, coverage) -> answers.profile(archive, asOf, coverage, language));
    }

    @GetMapping("/{id}/records")
    @Operation(operationId = "subjectRecords", summary = "Records of a subject")
    Mono<SubjectRecordList> subjectRecords(
            @Parameter(description = "Id or current unified social credit code.") @PathVariable String id,
            ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.subjectRecords, exchange.getRequest());
        int size = asked.number(doors.subjectRecords.require("size"));
        Locale language = Language.of(exchange);
        return archives.archive(id, asked.moment("asOf")).map(archive -> page(archive, asked, size, language));
    }

    private SubjectRecordList page(Archive archive, ApiQuery asked, int size, Locale language) {
        Set<String> types = asked.codes("type");
        @Nullable Instant asOf = asked.moment("asOf");
        @Nullable String cursor = asked.textOrNull("cursor");
        String subject = archive.subject().id();
        List<RecordView> all = archive.records().stream()
                .filter(record ->
                        types.isEmpty() || types.contains(record.type().code()))
                .toList();
        int from = cursor == null
                ? 0
                : RecordCursor.decode(cursor, subject, types, asOf).next(all);
        int to = Math.min(all.size(), from + size);
        String next = to < all.size() ? new RecordCursor(to, all.get(to - 1).id()).encode(subject, types, asOf) : null;
        return new SubjectRecordList(
                all.subList(from, to).stream()
                        .map(record -> records.record(archive.subject(), record, language))
                        .toList(),
                new Total(all.size(), "eq"),
                next);
    }
}
