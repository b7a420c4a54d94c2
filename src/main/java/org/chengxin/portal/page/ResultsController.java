package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.Catalog;
import org.chengxin.record.Source;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SoughtName;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.chengxin.site.Sites;
import org.chengxin.site.Whose;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** The results page: whatever was typed, the subjects it may mean and why. */
@RestController
class ResultsController {

    /** What is looked for in the records too. */
    private static final Set<Understanding.As> IN_RECORDS = Set.of(Understanding.As.DOCUMENT, Understanding.As.BARCODE);

    private static final int SIZE = 20;
    private static final int DOCUMENTS = 10;

    /** Statuses a card need not name. */
    private static final Set<String> QUIET_STATUSES = Set.of(SubjectStatus.ACTIVE.code(), SubjectStatus.UNKNOWN.code());

    private final Pages pages;
    private final SearchReads search;
    private final StoreReads store;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final Sites sites;

    ResultsController(
            Pages pages, SearchReads search, StoreReads store, Catalog catalog, Vocabulary vocabulary, Sites sites) {
        this.pages = pages;
        this.search = search;
        this.store = store;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.sites = sites;
    }

    /** Records with the number that was typed, or one like it, and which of them are under objection. */
    private record Documents(List<RecordHit> hits, Set<String> underObjection) {}

    @GetMapping("/search")
    Mono<ResponseEntity<byte[]>> results(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            PageRequest request = PageRequest.of(exchange);
            SubjectFilters filters = SubjectFilters.of(request, catalog);
            String text = request.asked();
            String cursor = request.text("cursor");
            return search.subjects(filters.query(text, SIZE, cursor.isEmpty() ? null : cursor))
                    .elapsed()
                    .flatMap(timed -> Mono.zip(
                                    documents(timed.getT2()),
                                    timed.getT2().items().isEmpty() ? store.sources() : Mono.just(List.<Source>of()),
                                    sites.whose(text).map(Optional::of).defaultIfEmpty(Optional.empty()))
                            .flatMap(also -> page(
                                    request,
                                    filters,
                                    text,
                                    timed,
                                    also.getT1(),
                                    also.getT2(),
                                    also.getT3().orElse(null))));
        });
    }

    /** A document number names a record, not a subject: the records that carry it are shown first. */
    private Mono<Documents> documents(SearchPage<SubjectHit> found) {
        Understanding understood = found.understood();
        if (found.limited()
                || !IN_RECORDS.contains(understood.as())
                || understood.searched().isEmpty()) {
            return Mono.just(new Documents(List.of(), Set.of()));
        }
        RecordQuery query =
                new RecordQuery(understood.searched(), RecordFilter.NONE, RecordQuery.Sort.RELEVANCE, DOCUMENTS, null);
        return search.records(query).map(SearchPage::items).zipWhen(store::underObjectionIfKnown, Documents::new);
    }

    private Mono<ResponseEntity<byte[]>> page(
            PageRequest asked,
            SubjectFilters filters,
            String text,
            Tuple2<Long, SearchPage<SubjectHit>> timed,
            Documents documents,
            List<Source> sources,
            @Nullable Whose whose) {
        SearchPage<SubjectHit> found = timed.getT2();
        TypedText typed = TypedText.of(text, found.understood());
        PageRequest request = asked.repeating(typed.shown());
        Words words = request.words();
        Labels labels = vocabulary.in(words);
        Formats formats = vocabulary.formats();
        List<ResultsView.Card> cards =
                found.items().stream().map(hit -> card(hit, request, labels)).toList();
        List<RecordRow> exact = rows(documents, found.understood(), true, request, labels);
        List<RecordRow> alike = rows(documents, found.understood(), false, request, labels);
        String notice = found.limited() && !typed.understood().as().personal()
                ? words.get("results.limited")
                : notice(typed, text, words);
        boolean best = request.text("cursor").isEmpty() && filters.bestFirst();
        ResultsView view = new ResultsView(
                words.get("results.count", formats.total(found.total()), formats.seconds(timed.getT1())),
                understood(found.understood(), words, labels),
                notice == null && best ? nobody(found, words) : notice,
                whose == null ? null : SiteNote.of(whose, request, formats),
                cards,
                exact,
                found.understood().as() == Understanding.As.BARCODE,
                alike,
                found.sameNames() == null
                        ? null
                        : new ResultsView.SameNames(
                                words.get("results.sameNames", formats.total(found.sameNames())),
                                filters.places(found.facets(), request, labels, formats)),
                filters.facets(found.facets(), request, labels, formats),
                filters.kept(request),
                filters.sorts(request),
                cards.isEmpty() && exact.isEmpty()
                        ? new NothingFound(request, vocabulary).view(found, typed.shown(), filters, sources)
                        : null,
                filters.any(),
                request.href("/search", typed.parameter()),
                request.text("cursor").isEmpty() ? null : request.with("cursor", Set.of()),
                found.cursor() == null ? null : request.with("cursor", Set.of(found.cursor())),
                ProofController.SEARCH + request.query());
        return pages.page(
                request,
                "results",
                view,
                typed.title(words, "results.title", "results.title.all"),
                typed.shown(),
                found.limited() ? Pages.Keep.NOT_AT_ALL : typed.keep());
    }

    /** Records that carry what was typed, or those that are merely like it. */
    private static List<RecordRow> rows(
            Documents documents, Understanding understood, boolean exact, PageRequest request, Labels labels) {
        boolean numbered = understood.as() == Understanding.As.DOCUMENT;
        return documents.hits.stream()
                .filter(hit -> (hit.exact() || !numbered) == exact)
                .map(hit -> RecordRow.of(hit, documents.underObjection, request, labels))
                .toList();
    }

    private static @Nullable String notice(TypedText typed, String text, Words words) {
        return switch (typed.understood().as()) {
            case PARCEL -> words.get("results.parcel");
            case PERSON -> words.get("results.person");
            case BARCODE -> words.get("results.barcode");
            case NAME, PINYIN, CODE ->
                text.length() > SubjectQuery.MAX_TEXT ? words.get("results.cut", SubjectQuery.MAX_TEXT) : null;
            default -> typed.notice(words);
        };
    }

    /** The best hits are told from the one that was asked for. */
    private static @Nullable String nobody(SearchPage<SubjectHit> best, Words words) {
        return SoughtName.isOnlyResembled(best.understood(), best.items())
                ? words.get("results.nobody", best.understood().searched())
                : null;
    }

    private static @Nullable String understood(Understanding understood, Words words, Labels labels) {
        return switch (understood.as()) {
            case CODE -> words.get("results.as.code");
            case SITE -> words.get("results.as.site");
            case DOCUMENT -> words.get("results.as.document");
            case INVOICE -> words.get("results.as.invoice", understood.searched());
            case CONTRACT -> words.get("results.as.contract", understood.searched());
            case BUSINESS_CARD -> words.get("results.as.card", understood.searched());
            case SHARE ->
                understood.searched().isEmpty()
                        ? words.get("results.as.share.none")
                        : words.get("results.as.share", understood.searched());
            case PINYIN -> words.get("results.as.pinyin");
            case NAME ->
                understood.region() == null
                        ? null
                        : words.get("results.as.region", labels.placeName(understood.region()));
            default -> null;
        };
    }

    private ResultsView.Card card(SubjectHit hit, PageRequest request, Labels labels) {
        Words words = request.words();
        List<ResultsView.Count> counts = new ArrayList<>();
        catalog.types().forEach(type -> {
            int number = hit.counts().getOrDefault(type.code(), 0);
            if (number > 0) {
                counts.add(new ResultsView.Count(
                        labels.name(type.name()), vocabulary.formats().number(number)));
            }
        });
        return new ResultsView.Card(
                "facts-" + hit.id(),
                request.href("/s/" + hit.id(), Map.of()),
                hit.highlight().isEmpty() ? List.of(new SubjectHit.Piece(hit.name(), false)) : hit.highlight(),
                labels.kind(hit.kind()),
                hit.uscc() == null ? null : vocabulary.formats().grouped(hit.uscc()),
                hit.uscc(),
                labels.place(hit.region()),
                QUIET_STATUSES.contains(hit.status()) ? null : labels.status(hit.status()),
                Mark.of(hit.lists(), hit.counts().keySet(), catalog, labels),
                counts,
                labels.why(hit.matched()),
                hit.branches() == 0
                        ? null
                        : words.get("results.branches", vocabulary.formats().number(hit.branches())));
    }
}
