package org.chengxin.portal.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The registers anyone may browse: red list, serious default list, commitments. */
@RestController
class RegisterController {

    private static final int SIZE = 30;
    private static final int OPTIONS = 60;

    private final Pages pages;
    private final SearchReads search;
    private final StoreReads store;
    private final Vocabulary vocabulary;

    RegisterController(Pages pages, SearchReads search, StoreReads store, Vocabulary vocabulary) {
        this.pages = pages;
        this.search = search;
        this.store = store;
        this.vocabulary = vocabulary;
    }

    /** What a register holds: entries of a list or records of a type. */
    private record Register(String words, Set<String> types, Set<String> lists, Pages.Keep keep) {}

    @GetMapping("/lists/red")
    Mono<ResponseEntity<byte[]>> red(ServerWebExchange exchange) {
        return page(exchange, new Register("red", Set.of(), Set.of("red"), Pages.Keep.INDEXED));
    }

    @GetMapping("/lists/serious-default")
    Mono<ResponseEntity<byte[]>> seriousDefault(ServerWebExchange exchange) {
        return page(exchange, new Register("serious", Set.of(), Set.of("serious-default"), Pages.Keep.NOT_INDEXED));
    }

    @GetMapping("/commitments")
    Mono<ResponseEntity<byte[]>> commitments(ServerWebExchange exchange) {
        return page(exchange, new Register("commitments", Set.of("commitment"), Set.of(), Pages.Keep.INDEXED));
    }

    private Mono<ResponseEntity<byte[]>> page(ServerWebExchange exchange, Register register) {
        return Mono.defer(() -> {
            PageRequest request = PageRequest.of(exchange);
            SubjectQuery places = new SubjectQuery(
                    "",
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    register.lists(),
                    register.types(),
                    SubjectQuery.Sort.NAME,
                    1,
                    null);
            Mono<SearchPage<RecordHit>> entries = search.records(query(request, register));
            return Mono.zip(entries, search.subjects(places))
                    .zipWhen(found -> store.underObjectionIfKnown(found.getT1().items()))
                    .flatMap(found -> {
                        RegisterView view = view(
                                request,
                                register,
                                found.getT1().getT1(),
                                found.getT1().getT2(),
                                found.getT2());
                        Pages.Keep keep = view.notice() == null ? register.keep() : Pages.Keep.NOT_AT_ALL;
                        return pages.page(request, "register", view, view.title(), "", keep);
                    });
        });
    }

    private static RecordQuery query(PageRequest request, Register register) {
        String region = request.text("region");
        if (!region.isEmpty() && !region.matches("[0-9A-Za-z]{2,12}")) {
            throw PageProblem.parameter("region");
        }
        String year = request.text("year");
        if (!year.isEmpty() && !year.matches("[12][0-9]{3}")) {
            throw PageProblem.parameter("year");
        }
        String authority = request.text("authority");
        String cursor = request.text("cursor");
        return new RecordQuery(
                request.asked(),
                new RecordFilter(
                        null,
                        register.types(),
                        Set.of(),
                        register.lists(),
                        region.isEmpty() ? Set.of() : Set.of(region),
                        authority.isEmpty() ? null : authority,
                        null,
                        year.isEmpty() ? null : LocalDate.of(Integer.parseInt(year), 1, 1),
                        year.isEmpty() ? null : LocalDate.of(Integer.parseInt(year), 12, 31),
                        null,
                        null,
                        null,
                        null),
                RecordQuery.Sort.RELEVANCE,
                SIZE,
                cursor.isEmpty() ? null : cursor);
    }

    private RegisterView view(
            PageRequest request,
            Register register,
            SearchPage<RecordHit> found,
            SearchPage<SubjectHit> places,
            Set<String> underObjection) {
        Words words = request.words();
        Labels labels = vocabulary.in(words);
        boolean narrowed = Set.of("q", "region", "year", "authority").stream()
                .anyMatch(name -> !request.text(name).isEmpty());
        return new RegisterView(
                request.path(),
                words.get("register." + register.words()),
                words.get("register." + register.words() + ".intro"),
                words.get("register.count", vocabulary.formats().total(found.total())),
                request.typed(),
                PageRequest.isPersonal(request.text("q")) ? words.get("results.identity") : null,
                options(places.facets().get("region"), request.text("region"), labels::placeName),
                options(found.facets().get("year"), request.text("year"), UnaryOperator.identity()),
                options(found.facets().get("authority"), request.text("authority"), UnaryOperator.identity()),
                found.items().stream()
                        .map(hit -> RecordRow.of(hit, underObjection, request, labels))
                        .toList(),
                narrowed ? request.href(request.path(), Map.of()) : null,
                request.text("cursor").isEmpty() ? null : request.with("cursor", Set.of()),
                found.cursor() == null ? null : request.with("cursor", Set.of(found.cursor())));
    }

    /** The values that occur, most frequent first; the chosen one stays in sight. */
    private static List<RegisterView.Option> options(
            @Nullable List<SearchPage.FacetValue> counted, String chosen, UnaryOperator<String> word) {
        Map<String, RegisterView.Option> options = new LinkedHashMap<>();
        if (!chosen.isEmpty()) {
            options.put(chosen, new RegisterView.Option(chosen, word.apply(chosen), true));
        }
        if (counted != null) {
            counted.stream()
                    .limit(OPTIONS)
                    .map(SearchPage.FacetValue::value)
                    .forEach(value ->
                            options.putIfAbsent(value, new RegisterView.Option(value, word.apply(value), false)));
        }
        return List.copyOf(options.values());
    }
}
