package org.chengxin.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.chengxin.catalog.Catalog;
import org.chengxin.platform.Language;
import org.chengxin.portal.api.Answers.CreditRecordItem;
import org.chengxin.portal.api.Answers.RecordList;
import org.chengxin.portal.api.Answers.RecordTypeList;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordFilter.Validity;
import org.chengxin.search.RecordQuery;
import org.chengxin.shared.Codes;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The doors to records: full text, one record, and the types there are. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "records")
class RecordsController {

    private final Doors doors;
    private final PublicSearch search;
    private final PublicArchives archives;
    private final Catalog catalog;
    private final RecordAnswers answers;

    RecordsController(
            Doors doors, PublicSearch search, PublicArchives archives, Catalog catalog, RecordAnswers answers) {
        this.doors = doors;
        this.search = search;
        this.archives = archives;
        this.catalog = catalog;
        this.answers = answers;
    }

    @GetMapping("/records")
    @Operation(operationId = "records", summary = "Look up records in publication")
    Mono<RecordList> records(ServerWebExchange exchange) {
        ApiQuery asked = doors.read(doors.records, exchange.getRequest());
        RecordQuery query = new RecordQuery(
                asked.text("q"),
                new RecordFilter(
                        null,
                        asked.codes("type"),
                        asked.codes("polarity"),
                        asked.codes("list"),
                        asked.codes("region"),
                        asked.textOrNull("authority"),
                        asked.codes("state").stream()
                                .map(code -> Codes.require(Validity.class, code))
                                .findFirst()
                                .orElse(null),
                        asked.date("from"),
                        asked.date("to"),
                        asked.date("publishedFrom"),
                        asked.date("publishedTo"),
                        asked.amount("minAmount"),
                        asked.amount("maxAmount")),
                Codes.require(RecordQuery.Sort.class, asked.code("sort", "relevance")),
                asked.number(doors.records.require("size")),
                asked.textOrNull("cursor"));
        Locale language = Language.of(exchange);
        return search.records(query)
                .doOnNext(page -> Privacy.keepOutOfCaches(exchange, page.understood()))
                .zipWith(archives.coverage(), (page, coverage) -> answers.list(page, coverage, language));
    }

    @GetMapping("/records/{id}")
    @Operation(
            operationId = "record",
            summary = "One record",
            description = "What is not there, not public, or no longer public answers the same 404.")
    Mono<CreditRecordItem> record(
            @Parameter(description = "Id of the record.") @PathVariable String id, ServerWebExchange exchange) {
        doors.read(doors.record, exchange.getRequest());
        Locale language = Language.of(exchange);
        return archives.record(id).map(found -> answers.record(found.subject(), found.record(), language));
    }

    @GetMapping("/record-types")
    @Operation(operationId = "recordTypes", summary = "The record types and the schema of their data")
    Mono<RecordTypeList> recordTypes(ServerWebExchange exchange) {
        doors.read(doors.recordTypes, exchange.getRequest());
        Locale language = Language.of(exchange);
        return Mono.just(new RecordTypeList(Doors.shown(catalog).stream()
                .map(type -> RecordAnswers.type(type, language))
                .toList()));
    }
}
