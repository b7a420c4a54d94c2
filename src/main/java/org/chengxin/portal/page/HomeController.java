package org.chengxin.portal.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.record.PublicFigures;
import org.chengxin.record.Source;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectQuery;
import org.chengxin.shared.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The home page: the box, examples, figures that are links, what was published last. */
@RestController
class HomeController {

    private static final int RECENT = 8;
    /** Days of publication that count as news, today the last of them. */
    private static final int NEWS_DAYS = 7;

    private static final Set<Section> NEWSWORTHY = EnumSet.of(Section.LICENSING, Section.COMMITMENT, Section.INCENTIVE);

    private final Pages pages;
    private final SearchReads search;
    private final StoreReads store;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final Clock clock;

    HomeController(
            Pages pages, SearchReads search, StoreReads store, Catalog catalog, Vocabulary vocabulary, Clock clock) {
        this.pages = pages;
        this.search = search;
        this.store = store;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/")
    Mono<ResponseEntity<byte[]>> home(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        return searched(request)
                .onErrorResume(SearchReads::isAway, away -> withoutSearch(request))
                .flatMap(view -> pages.page(
                        request,
                        "home",
                        view,
                        "",
                        "",
                        view.notice() == null ? Pages.Keep.INDEXED : Pages.Keep.NOT_AT_ALL));
    }

    private Mono<HomeView> searched(PageRequest request) {
        LocalDate since = vocabulary.formats().dayOf(clock.instant()).minusDays(NEWS_DAYS - 1L);
        return Mono.zip(
                        listed("red"),
                        listed("serious-default"),
                        search.records(RecordQuery.browse(RecordFilter.ofTypes(Set.of("commitment")), 1)),
                        search.subjects(SubjectQuery.of("", 1)),
                        search.records(published(RecordFilter.ofTypes(newsworthy()), RECENT)),
                        store.sources(),
                        search.records(published(RecordFilter.publishedSince(since), 1)))
                .zipWhen(found -> store.underObjectionIfKnown(found.getT5().items()))
                .map(marked -> {
                    var found = marked.getT1();
                    Words words = request.words();
                    List<HomeView.Figure> figures = List.of(
                            figure(request, "home.figure.red", found.getT1().total(), "/lists/red"),
                            figure(request, "home.figure.serious", found.getT2().total(), "/lists/serious-default"),
                            figure(
                                    request,
                                    "home.figure.commitments",
                                    found.getT3().total(),
                                    "/commitments"),
                            figure(
                                    request,
                                    "home.figure.subjects",
                                    found.getT4().total(),
                                    "/search"));
                    Labels labels = vocabulary.in(words);
                    return new HomeView(
                            null,
                            Arrays.asList(words.get("home.examples").split("\\|")),
                            figures,
                            new HomeView.Recent(
                                    news(request, since, found.getT7()),
                                    found.getT5().items().stream()
                                            .map(hit -> RecordRow.of(hit, marked.getT2(), request, labels))
                                            .toList()),
                            freshest(found.getT6()));
                });
    }

    /** What the store knows by itself: the numbers, as the statistics count them. */
    private Mono<HomeView> withoutSearch(PageRequest request) {
        return Mono.zip(store.figures(), store.sources())
                .map(found -> new HomeView(
                        request.words().get("results.limited"),
                        List.of(),
                        List.of(
                                stored(request, "home.figure.red", found.getT1(), type -> "red".equals(type.list())),
                                stored(request, "home.figure.serious", found.getT1(), type -> "serious-default"
                                        .equals(type.list())),
                                stored(request, "home.figure.commitments", found.getT1(), type -> type.code()
                                        .equals("commitment"))),
                        null,
                        freshest(found.getT2())));
    }

    private HomeView.Figure stored(
            PageRequest request, String key, PublicFigures.Counts counts, Predicate<RecordType> counted) {
        long number = counts.types().stream()
                .filter(count -> catalog.type(count.value()).filter(counted).isPresent())
                .mapToLong(PublicFigures.Count::count)
                .sum();
        return figure(request, key, new SearchPage.Total(number, SearchPage.Relation.EQ), "/statistics");
    }

    private @Nullable String freshest(List<Source> sources) {
        return sources.stream()
                .map(Source::refreshedAt)
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .map(vocabulary.formats()::day)
                .orElse(null);
    }

    private HomeView.Figure figure(PageRequest request, String key, SearchPage.Total total, String path) {
        return new HomeView.Figure(
                request.words().get(key), vocabulary.formats().total(total), request.href(path, Map.of()));
    }

    /** What came into publication since a day, as its facets count it. */
    private HomeView.News news(PageRequest request, LocalDate since, SearchPage<RecordHit> found) {
        Labels labels = vocabulary.in(request.words());
        boolean none = found.total().value() == 0;
        return new HomeView.News(
                none
                        ? request.words().get("home.news.none", since)
                        : request.words()
                                .get("home.news", since, vocabulary.formats().total(found.total())),
                none ? null : newsHref(request, since, Map.of()),
                found.facets().getOrDefault("type", List.of()).stream()
                        .map(type -> new HomeView.Figure(
                                labels.type(type.value()),
                                vocabulary.formats().number(type.count()),
                                newsHref(request, since, Map.of("type", type.value()))))
                        .toList());
    }

    private static String newsHref(PageRequest request, LocalDate since, Map<String, String> narrowed) {
        Map<String, String> query = new LinkedHashMap<>(narrowed);
        query.put("publishedFrom", since.toString());
        query.put("sort", Codes.of(RecordQuery.Sort.PUBLISHED));
        return request.href("/search/records", query);
    }

    /** Decisions and promises of general interest, none of them negative. */
    private Set<String> newsworthy() {
        return catalog.types().stream()
                .filter(type -> NEWSWORTHY.contains(type.section()) && type.polarity() != Polarity.NEGATIVE)
                .map(RecordType::code)
                .collect(Collectors.toSet());
    }

    private Mono<SearchPage<RecordHit>> listed(String list) {
        return search.records(RecordQuery.browse(RecordFilter.ofLists(Set.of(list)), 1));
    }

    private static RecordQuery published(RecordFilter filter, int size) {
        return new RecordQuery("", filter, RecordQuery.Sort.PUBLISHED, size, null);
    }
}
