package org.chengxin.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.Problem;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.ProblemWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The API for people: its doors with examples, and one page for each kind of problem, where the type URIs lead. */
@RestController
class DevelopersController {

    private record Described(String id, String method, String path, @Nullable String example) {}

    private static final String API = "/api/v1";
    private static final List<Described> DOORS = List.of(
            new Described("subjects", "GET", API + "/subjects", API + "/subjects?q=gangbing"),
            new Described("suggest", "GET", API + "/subjects/suggest", API + "/subjects/suggest?q=gang"),
            new Described("subject", "GET", API + "/subjects/{id}", null),
            new Described("subjectRecords", "GET", API + "/subjects/{id}/records", null),
            new Described("report", "GET", API + "/subjects/{id}/report.pdf", null),
            new Described("records", "GET", API + "/records", API + "/records?type=red-list&size=5"),
            new Described("record", "GET", API + "/records/{id}", null),
            new Described("recordTypes", "GET", API + "/record-types", API + "/record-types"),
            new Described("verification", "GET", API + "/verifications/{number}", null),
            new Described("verifyFile", "POST", API + "/verifications", null));

    private final Pages pages;
    private final ProblemWords problems = new ProblemWords();
    private final ChengxinProperties.Quota quota;
    private final Formats formats;

    DevelopersController(Pages pages, ChengxinProperties properties, Vocabulary vocabulary) {
        this.pages = pages;
        this.quota = properties.quota();
        this.formats = vocabulary.formats();
    }

    @GetMapping("/developers")
    Mono<ResponseEntity<byte[]>> developers(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        Words words = request.words();
        DevelopersView view = new DevelopersView(
                DOORS.stream()
                        .map(door -> new DevelopersView.Door(
                                door.id(),
                                door.method(),
                                door.path(),
                                words.get("developers.door." + door.id()),
                                door.example()))
                        .toList(),
                quota.enabled()
                        ? words.get(
                                "developers.quota.text",
                                formats.number(quota.requestsPerMinute()),
                                formats.number(quota.reportsPerMinute()))
                        : words.get("developers.quota.none"),
                Arrays.stream(ProblemKind.values())
                        .map(kind -> line(kind, request))
                        .toList());
        return pages.page(request, "developers", view, words.get("developers.title"), "", Pages.Keep.INDEXED);
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
