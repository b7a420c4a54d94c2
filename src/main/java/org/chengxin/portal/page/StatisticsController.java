package org.chengxin.portal.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.chengxin.search.SubjectQuery;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Statistics of what is in publication: a page of charts with their tables, and each table as a file. */
@RestController
class StatisticsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Pages pages;
    private final SearchReads search;
    private final StoreReads store;
    private final Vocabulary vocabulary;
    private final LinkedData linkedData;

    StatisticsController(Pages pages, SearchReads search, StoreReads store, Vocabulary vocabulary, Site site) {
        this.pages = pages;
        this.search = search;
        this.store = store;
        this.vocabulary = vocabulary;
        this.linkedData = new LinkedData(site);
    }

    @GetMapping("/statistics")
    Mono<ResponseEntity<byte[]>> statistics(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        return counted(request).flatMap(found -> {
            Words words = request.words();
            List<StatisticsView.Chart> charts = Arrays.stream(Statistics.By.values())
                    .map(by -> found.statistics().chart(by, request))
                    .toList();
            StatisticsView view = new StatisticsView(
                    words.get("statistics.asOf", vocabulary.formats().minute(found.now())),
                    words.get("statistics.total", vocabulary.formats().number(found.total())),
                    charts,
                    linkedData.dataset(
                            words.get("statistics.title"),
                            words.get("statistics.intro"),
                            charts.stream().map(StatisticsView.Chart::csv).toList(),
                            words));
            return pages.page(request, "statistics", view, words.get("statistics.title"), "", Pages.Keep.INDEXED);
        });
    }

    @GetMapping("/statistics.csv")
    Mono<ResponseEntity<byte[]>> file(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        Statistics.By by = Arrays.stream(Statistics.By.values())
                .filter(known -> known.code().equals(request.text("by")))
                .findFirst()
                .orElseThrow(() -> PageProblem.parameter("by"));
        return counted(request).map(found -> file(by, found, request.words()));
    }

    private ResponseEntity<byte[]> file(Statistics.By by, Counted found, Words words) {
        CsvTable table = new CsvTable();
        table.row(List.of(
                words.get("statistics.label." + by.code()),
                words.get("statistics.code"),
                found.statistics().unit(by),
                words.get("statistics.at")));
        String at = vocabulary.formats().minute(found.now());
        found.statistics()
                .rows(by)
                .forEach(row -> table.row(List.of(row.word(), row.code(), Long.toString(row.value()), at)));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("statistics-" + by.code() + ".csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, words.tag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(table.bytes());
    }

    private record Counted(Instant now, long total, Statistics statistics) {}

    private Mono<Counted> counted(PageRequest request) {
        return Mono.zip(store.figures(), search.subjects(SubjectQuery.of("", 1)))
                .map(found -> new Counted(
                        found.getT1().now(),
                        found.getT1().total(),
                        new Statistics(
                                found.getT1(),
                                found.getT2().facets().getOrDefault("kind", List.of()),
                                vocabulary.in(request.words()),
                                vocabulary.formats())));
    }
}
