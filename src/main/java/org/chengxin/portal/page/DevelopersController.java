package org.chengxin.portal.page;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.Problem;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.ProblemWords;
import org.chengxin.portal.api.DescribedApi;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The API for people: its doors with examples, and one page for each kind of problem, where the type URIs lead. */
@RestController
class DevelopersController {

    /** The description is written right after the start; until then the page is not there. */
    private static final Duration START = Duration.ofSeconds(5);

    /** The page does without examples where the search is away or slow. */
    private static final Duration EXAMPLES = Duration.ofSeconds(1);

    private final Pages pages;
    private final ProblemWords problems = new ProblemWords();
    private final ChengxinProperties.Quota quota;
    private final Formats formats;
    private final String site;
    private final DescribedApi api;
    private final SearchReads search;

    DevelopersController(
            Pages pages,
            ChengxinProperties properties,
            Vocabulary vocabulary,
            Site site,
            DescribedApi api,
            SearchReads search) {
        this.pages = pages;
        this.site = site.url();
        this.api = api;
        this.search = search;
        this.quota = properties.quota();
        this.formats = vocabulary.formats();
    }

    @GetMapping("/developers")
    Mono<ResponseEntity<byte[]>> developers(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        return Mono.zip(api.doors().timeout(START), example()).flatMap(found -> {
            DoorViews doors = new DoorViews(request.words(), site, found.getT2().orElse(null));
            DevelopersView view = new DevelopersView(
                    found.getT1().stream().map(doors::of).toList(),
                    quota(request.words()),
                    Arrays.stream(ProblemKind.values())
                            .map(kind -> line(kind, request))
                            .toList());
            return pages.page(
                    request, "developers", view, request.words().get("developers.title"), "", Pages.Keep.INDEXED);
        });
    }

    private String quota(Words words) {
        return quota.enabled()
                ? words.get(
                        "developers.quota.text",
                        formats.number(quota.requestsPerMinute()),
                        formats.number(quota.reportsPerMinute()))
                : words.get("developers.quota.none");
    }

    /** Of the red list: nobody shall be an example for something else. */
    private Mono<Optional<RecordHit>> example() {
        RecordQuery honoured = RecordQuery.browse(RecordFilter.ofLists(Set.of("red")), 1);
        return search.records(honoured)
                .map(page -> page.items().stream().findFirst())
                .timeout(EXAMPLES)
                .onErrorReturn(Optional.empty());
    }

    @GetMapping("/developers/problems/{code}")
    Mono<ResponseEntity<byte[]>> problem(@PathVariable String code, ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        DevelopersView.ProblemLine line = Arrays.stream(ProblemKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(kind -> line(kind, request))
                .orElseThrow(PageProblem::notFound);
        return pages.page(request, "problem", line, line.title(), "", Pages.Keep.INDEXED);
    }

    private DevelopersView.ProblemLine line(ProblemKind kind, PageRequest request) {
        Problem problem = problems.problem(kind, request.locale());
        return new DevelopersView.ProblemLine(
                kind.code(),
                problem.status(),
                problem.title(),
                problem.detail(),
                request.href(kind.type().toString(), Map.of()));
    }
}
