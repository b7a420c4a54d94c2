package org.chengxin.widget;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.SignedAnswers;
import org.chengxin.site.BoundSite;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The doors that other people's pages load from: script, mark in three forms, frame. What is at hand is answered before
 * ({@link AtHand}).
 */
@RestController
class WidgetController {

    static final String SCRIPT = "/widget/v1/chengxin.js";
    static final String SCRIPT_VERSION = "/widget/v1/chengxin-{version}.js";
    static final String STATED = "/widget/v1/badge/{id}.json";
    static final String PICTURE = "/widget/v1/badge/{id}.svg";

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Badges badges;
    private final WidgetReplies replies;

    WidgetController(Badges badges, WidgetReplies replies) {
        this.badges = badges;
        this.replies = replies;
    }

    @GetMapping(SCRIPT_VERSION)
    ResponseEntity<byte[]> fixed(@PathVariable String version, ServerWebExchange exchange) {
        return replies.script(version, exchange)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND))
                .entity(HttpStatus.OK);
    }

    @GetMapping(SCRIPT)
    ResponseEntity<byte[]> moving(ServerWebExchange exchange) {
        return replies.script(exchange).entity(HttpStatus.OK);
    }

    @GetMapping(STATED)
    Mono<ResponseEntity<byte[]>> forScript(@PathVariable String id, ServerWebExchange exchange) {
        return mark(id, badge -> replies.forScript(badge, exchange));
    }

    @GetMapping(PICTURE)
    Mono<ResponseEntity<byte[]>> picture(@PathVariable String id, ServerWebExchange exchange) {
        return mark(id, badge -> replies.picture(badge, exchange));
    }

    /**
     * The mark as a piece of HTML for a server that puts it into a page of its own: no script, no style, and signed, so that
     * the server can show later what it was given. Only the server knows the page; a browser tells nobody.
     */
    @GetMapping("/widget/v1/badge/{id}.html")
    Mono<ResponseEntity<byte[]>> fragment(@PathVariable String id, ServerWebExchange exchange) {
        BoundSite page = site(exchange);
        return mark(id, badge -> {
            SignedAnswers.sign(exchange);
            return replies.fragment(badge, page, exchange);
        });
    }

    private Mono<ResponseEntity<byte[]>> mark(String id, Function<Badge, Reply> reply) {
        return badges.of(id)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND)))
                .map(badge -> reply.apply(badge).entity(HttpStatus.OK));
    }

    /** The page that a server asks for. */
    private static BoundSite site(ServerWebExchange exchange) {
        @Nullable String site = exchange.getRequest().getQueryParams().getFirst("site");
        if (site == null || site.isBlank()) {
            throw ProblemException.invalid("site", "required");
        }
        return BoundSite.typed(site).orElseThrow(() -> ProblemException.invalid("site", "not-a-site"));
    }

    @GetMapping("/widget/v1/frame")
    Mono<ResponseEntity<byte[]>> frame(ServerWebExchange exchange) {
        @Nullable String subject = exchange.getRequest().getQueryParams().getFirst("subject");
        if (subject == null || subject.isBlank()) {
            return Mono.just(replies.framedLookup(exchange).entity(HttpStatus.OK));
        }
        return badges.of(subject.strip())
                .map(badge -> replies.framed(badge, exchange).entity(HttpStatus.OK))
                .switchIfEmpty(
                        Mono.fromSupplier(() -> replies.framedNothing(exchange).entity(HttpStatus.NOT_FOUND)));
    }

    @GetMapping(WidgetFrame.STYLE_PATH)
    ResponseEntity<byte[]> frameStyle() {
        byte[] style = WidgetFrame.STYLE.getBytes(StandardCharsets.UTF_8);
        return Reply.of(CSS, style, Reply.kept(WidgetScript.MOVING)).entity(HttpStatus.OK);
    }
}
