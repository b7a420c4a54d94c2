package org.chengxin.widget;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.chengxin.platform.Language;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.chengxin.platform.ProblemKind;
import org.chengxin.widget.WidgetAnswers.Embedding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** oEmbed 1.0: an editor that meets the address of a profile learns how to show its mark. */
@RestController
class OEmbedController {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 160;
    private static final String PROFILE = "/s/";

    private final Badges badges;
    private final OwnSite own;

    OEmbedController(Badges badges, OwnSite own) {
        this.badges = badges;
        this.own = own;
    }

    @GetMapping(path = "/widget/v1/oembed", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Embedding>> embedding(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getQueryParams();
        String format = asked.getFirst("format");
        if (format != null && !format.equals("json")) {
            throw ProblemException.invalid(
                    List.of(new Violation("format", "unknown-value", List.of("json"), List.of("json"))));
        }
        int width = Math.min(WIDTH, most(asked.getFirst("maxwidth"), "maxwidth"));
        int height = Math.min(HEIGHT, most(asked.getFirst("maxheight"), "maxheight"));
        Locale language = Language.of(exchange);
        return badges.of(subject(asked.getFirst("url")))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND)))
                .map(badge -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, Reply.kept(badges.left(badge, WidgetReplies.STALE)))
                        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                        .header("X-Robots-Tag", "noindex, noarchive")
                        .body(new Embedding(
                                "rich",
                                "1.0",
                                badge.name(),
                                own.name().in(language),
                                own.url().toString(),
                                (int) badges.left(badge, WidgetReplies.STALE).toSeconds(),
                                html(badge, language, width, height),
                                width,
                                height)));
    }

    private String html(Badge badge, Locale language, int width, int height) {
        return "<iframe src=\"" + own.url() + "/widget/v1/frame?subject=" + badge.id() + "&amp;lang="
                + language.getLanguage() + "\" title=\"" + HtmlUtils.htmlEscape(badge.name(), "UTF-8") + "\" width=\""
                + width + "\" height=\"" + height + "\" loading=\"lazy\"></iframe>";
    }

    /** The id in the address of a profile; of any other address nothing is known, and the answer is the same 404. */
    private String subject(@Nullable String address) {
        if (address == null || address.isBlank()) {
            throw ProblemException.invalid("url", "required");
        }
        try {
            URI uri = URI.create(address.strip());
            boolean mine = own.url().getAuthority().equals(uri.getAuthority());
            String path = uri.getPath();
            return mine && path != null && path.startsWith(PROFILE) ? path.substring(PROFILE.length()) : "";
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static int most(@Nullable String given, String field) {
        if (given == null) {
            return Integer.MAX_VALUE;
        }
        if (!given.matches("[1-9][0-9]{0,5}")) {
            throw ProblemException.invalid(field, "not-a-number");
        }
        return Integer.parseInt(given);
    }
}
