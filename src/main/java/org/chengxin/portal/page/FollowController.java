package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.rights.FollowCode;
import org.chengxin.rights.Objections;
import org.chengxin.rights.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Following an objection by its code. Whoever holds the code sees how far it is, never what its filer wrote. */
@RestController
class FollowController {

    private static final int LONGEST = 64;

    private final Pages pages;
    private final Objections objections;
    private final Formats formats;
    private final StoreCalls store;

    FollowController(Pages pages, Objections objections, Vocabulary vocabulary, StoreCalls store) {
        this.pages = pages;
        this.objections = objections;
        this.formats = vocabulary.formats();
        this.store = store;
    }

    @GetMapping("/follow")
    Mono<ResponseEntity<byte[]>> form(ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        String code = request.text("code");
        if (code.isEmpty()) {
            return exchange.getRequest().getQueryParams().containsKey("code")
                    ? page(HttpStatus.BAD_REQUEST, request, none("", failure(request, "follow.missing")))
                    : page(HttpStatus.OK, request, none("", List.of()));
        }
        String path = "/follow/" + PageRequest.encode(typed(code).replaceAll("[/\\\\;\\s]", ""));
        return Mono.just(request.onward(HttpStatus.SEE_OTHER, path, Map.of()).build());
    }

    @GetMapping("/follow/{code}")
    Mono<ResponseEntity<byte[]>> follow(@PathVariable String code, ServerWebExchange exchange) {
        PageRequest request = PageRequest.of(exchange);
        Optional<FollowCode> known = FollowCode.parse(code);
        return store.call(() -> known.flatMap(objections::follow))
                .flatMap(found -> found.isEmpty()
                        ? page(HttpStatus.NOT_FOUND, request, none(typed(code), failure(request, "follow.unknown")))
                        : page(HttpStatus.OK, request, view(known.orElseThrow(), found.get(), request)));
    }

    private Mono<ResponseEntity<byte[]>> page(HttpStatus status, PageRequest request, FollowView view) {
        String title = InputFailure.title(view.failures(), request.words().get("follow.title"), request.words());
        return pages.page(status, request, "follow", view, title, "", Pages.Keep.NOT_AT_ALL);
    }

    private static List<InputFailure> failure(PageRequest request, String key) {
        return List.of(new InputFailure("code", request.words().get(key)));
    }

    /** As much of it as a code can be long. */
    private static String typed(String code) {
        return code.substring(0, Math.min(code.length(), LONGEST));
    }

    private static FollowView none(String typed, List<InputFailure> failures) {
        return new FollowView(typed, failures, null, false, "", List.of(), List.of(), null);
    }

    private FollowView view(FollowCode code, Progress progress, PageRequest request) {
        Words words = request.words();
        List<ProfileView.Fact> facts = new ArrayList<>();
        facts.add(fact(words, "reason", Formats.Text.of(words.get("objection.reason." + progress.reason()))));
        facts.add(fact(words, "evidence", Formats.Text.of(formats.number(progress.evidence()))));
        if (progress.subjectId() != null) {
            String path = "/s/" + progress.subjectId()
                    + (progress.recordId() == null ? "" : "/records/" + progress.recordId());
            facts.add(fact(
                    words, "about", new Formats.Text(words.get("follow.about"), null, request.href(path, Map.of()))));
        }
        return new FollowView(
                "",
                List.of(),
                formats.grouped(code.value()),
                !request.text("filed").isEmpty(),
                words.get("objection.state." + progress.state().code()),
                facts,
                progress.steps().stream()
                        .map(step -> new FollowView.Step(
                                words.get("objection.state." + step.state().code()),
                                formats.minute(step.at()),
                                step.words()))
                        .toList(),
                clock(words, progress.clock()));
    }

    private static @Nullable String clock(Words words, Progress.@Nullable Deadline clock) {
        if (clock == null) {
            return null;
        }
        return words.get(
                "follow.clock." + clock.step().code() + (clock.left() < 0 ? ".over" : ""),
                clock.until().toString(),
                clock.workingDays(),
                Math.abs(clock.left()));
    }

    private static ProfileView.Fact fact(Words words, String key, Formats.Text value) {
        return new ProfileView.Fact(words.get("follow.fact." + key), value);
    }
}
