package org.chengxin.portal.page;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengxin.catalog.Catalog;
import org.chengxin.record.Source;
import org.chengxin.search.RecordHit;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit.Piece;
import org.chengxin.search.Understanding;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** The results page of records: whatever they say, who decided, under which number. */
@RestController
class RecordResultsController {

    private static final int SIZE = 20;

    private final Pages pages;
    private final SearchReads search;
    private final StoreReads store;
    private final Catalog catalog;
    private final Vocabulary vocabulary;

    RecordResultsController(Pages pages, SearchReads search, StoreReads store, Catalog catalog, Vocabulary vocabulary) {
        this.pages = pages;
        this.search = search;
        this.store = store;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/search/records")
    Mono<ResponseEntity<byte[]>> results(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            PageRequest request = PageRequest.of(exchange);
            RecordChoices choices = RecordChoices.of(request, catalog);
            String text = request.asked();
            String cursor = request.text("cursor");
            return search.records(choices.query(text, SIZE, cursor.isEmpty() ? null : cursor))
                    .elapsed()
                    .flatMap(timed -> {
                        List<RecordHit> hits = timed.getT2().items();
                        return Mono.zip(
                                        store.underObjectionIfKnown(hits),
                                        hits.isEmpty() ? store.sources() : Mono.just(List.<Source>of()))
                                .flatMap(also -> page(request, text, timed, also.getT1(), also.getT2()));
                    });
        });
    }

    private Mono<ResponseEntity<byte[]>> page(
            PageRequest asked,
            String text,
            Tuple2<Long, SearchPage<RecordHit>> timed,
            Set<String> underObjection,
            List<Source> sources) {
        SearchPage<RecordHit> found = timed.getT2();
        Understanding understood = found.understood();
        TypedText typed = TypedText.of(text, understood);
        PageRequest request = asked.repeating(typed.shown());
        RecordChoices choices = RecordChoices.of(request, catalog);
        Words words = request.words();
        Labels labels = vocabulary.in(words);
        Formats formats = vocabulary.formats();
        RecordResultsView view = new RecordResultsView(
                words.get("results.records.count", formats.total(found.total()), formats.seconds(timed.getT1())),
                typed.notice(words),
                found.items().stream()
                        .map(hit -> card(hit, underObjection, request, labels))
                        .toList(),
                choices.byPublication(),
                choices.facets(found.facets(), labels, formats),
                choices.kept(),
                new RecordResultsView.Details(
                        choices.detailed(),
                        request.text("from"),
                        request.text("to"),
                        request.text("publishedFrom"),
                        request.text("publishedTo"),
                        request.text("minAmount"),
                        request.text("maxAmount"),
                        choices.validities(),
                        choices.keptByDetails(typed.shown())),
                choices.sorts(text.isBlank()),
                found.items().isEmpty() ? none(understood, sources, words) : null,
                choices.any() ? request.href("/search/records", typed.parameter()) : null,
                request.text("cursor").isEmpty() ? null : request.with("cursor", Set.of()),
                found.cursor() == null ? null : request.with("cursor", Set.of(found.cursor())));
        return pages.page(
                request,
                "record-results",
                view,
                typed.title(words, "results.records.title", "results.records.title.all"),
                typed.shown(),
                typed.keep());
    }

    private RecordResultsView.None none(Understanding understood, List<Source> sources, Words words) {
        boolean searched = !understood.searched().isEmpty() || understood.as() == Understanding.As.NOTHING;
        return new RecordResultsView.None(
                words.get(searched ? "results.records.none" : "nothing.heading.unsearched"),
                sources.stream()
                        .filter(source -> source.refreshedAt() != null)
                        .map(source -> new ResultsView.SourceRow(
                                source.name(),
                                words.get(
                                        "source.fresh",
                                        vocabulary.formats().day(Objects.requireNonNull(source.refreshedAt())))))
                        .toList());
    }

    private static RecordResultsView.Card card(
            RecordHit hit, Set<String> underObjection, PageRequest request, Labels labels) {
        RecordRow row = RecordRow.of(hit, underObjection, request, labels);
        boolean asFiled = row.title().equals(hit.title()) && !hit.highlight().isEmpty();
        return new RecordResultsView.Card(
                row,
                // what is a name of the catalogue is said in the reader's language, without marks
                asFiled ? hit.highlight() : List.of(new Piece(row.title(), false)),
                hit.matched().stream()
                        .map(snippet -> new RecordResultsView.Snippet(
                                labels.field(hit.type(), snippet.field()), labels.snippet(hit.type(), snippet)))
                        .toList());
    }
}
