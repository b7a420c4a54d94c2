package org.chengxin.widget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.chengxin.platform.Language;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.chengxin.site.BoundSite;
import org.chengxin.widget.WidgetAnswers.BadgeAnswer;
import org.chengxin.widget.WidgetAnswers.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/** What the doors of the widget answer: script, mark in its forms, frame. */
final class WidgetReplies {

    /** How old a mark may be on somebody's page at the most. */
    static final Duration STALE = Duration.ofSeconds(60);

    private static final String A_MINUTE = Reply.kept(STALE);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    /** Named, and not with a weight of nothing. */
    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*gzip\\s*(?:$|,|;(?!\\s*q=0(?:\\.0*)?\\s*(?:$|,)))", Pattern.CASE_INSENSITIVE);

    private static final String PICTURE_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String LIGHT = "light";
    private static final String DARK = "dark";

    private final WidgetScript script;
    private final WidgetScript.File moving;
    private final Badges badges;
    private final WidgetWords words;
    private final BadgePicture picture;
    private final WidgetFrame frame;
    private final OwnSite own;
    private final CopyCount copies;
    private final JsonMapper json;
    private final Cache<Badge, Map<Look, Reply>> made =
            Caffeine.newBuilder().weakKeys().expireAfterWrite(Badges.KEPT).build();

    /** What a mark's reply depends on beside the mark. */
    private sealed interface Look {}

    private record Drawn(Verdict verdict, Locale language, boolean dark) implements Look {}

    private record Stated(Locale language) implements Look {}

    WidgetReplies(
            WidgetScript script,
            Badges badges,
            WidgetWords words,
            BadgePicture picture,
            WidgetFrame frame,
            OwnSite own,
            CopyCount copies,
            JsonMapper json) {
        this.script = script;
        this.moving = script.moving();
        this.badges = badges;
        this.words = words;
        this.picture = picture;
        this.frame = frame;
        this.own = own;
        this.copies = copies;
        this.json = json;
    }

    /** A version of the script for ever; empty when there never was one of that name. */
    Optional<Reply> script(String version, ServerWebExchange exchange) {
        return script.file(version).map(file -> (compressed(exchange) ? file.compressed() : file.plain()));
    }

    /** The script of this build, for a while. */
    Reply script(ServerWebExchange exchange) {
        return compressed(exchange) ? moving.compressed() : moving.plain();
    }

    private static boolean compressed(ServerWebExchange exchange) {
        String codings = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return codings != null && GZIP.matcher(codings).find();
    }

    /** A mark for the script, which alone knows where it stands. */
    Reply forScript(Badge badge, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        // of another site's page a browser tells the origin only, which is enough to see that it is another's
        seen(badge, exchange, HttpHeaders.ORIGIN);
        return mark(badge, new Stated(language), () -> Reply.of(
                        MediaType.APPLICATION_JSON,
                        json.writeValueAsBytes(answer(badge, language)),
                        A_MINUTE,
                        HttpHeaders.ACCEPT_LANGUAGE)
                .in(language));
    }

    private BadgeAnswer answer(Badge badge, Locale language) {
        return new BadgeAnswer(
                badge.id(),
                badge.name(),
                badge.inUse(),
                words.facts(badge, language),
                badge.shownOn().stream().map(BoundSite::address).toList(),
                badge.suspended().stream().map(BoundSite::address).toList(),
                new Told(
                        words.word("title", language),
                        words.word("elsewhere", language),
                        words.unknown(badge, language),
                        words.word("unused", language),
                        words.word("suspended", language),
                        words.day(badge, language)));
    }

    /** A mark as a picture, which a browser tells where it stands. */
    Reply picture(Badge badge, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        boolean dark = theme(exchange).equals(DARK);
        Verdict verdict = seen(badge, exchange, HttpHeaders.REFERER);
        return mark(badge, new Drawn(verdict, language, dark), () -> Reply.of(
                        SVG,
                        picture.of(badge, verdict, language, dark).getBytes(StandardCharsets.UTF_8),
                        A_MINUTE,
                        HttpHeaders.ACCEPT_LANGUAGE,
                        HttpHeaders.REFERER)
                .in(language)
                .with("Content-Security-Policy", PICTURE_POLICY));
    }

    /** Made once for each mark that is read; in no cache when a record of its subject has come to its end. */
    private Reply mark(Badge badge, Look look, Supplier<Reply> fresh) {
        Reply reply = Objects.requireNonNull(made.get(badge, first -> new ConcurrentHashMap<>()))
                .computeIfAbsent(look, first -> fresh.get());
        return keptFor(badge, reply);
    }

    private Reply keptFor(Badge badge, Reply reply) {
        Duration left = badges.left(badge, STALE);
        return left.equals(STALE) ? reply : reply.keptFor(Reply.kept(left));
    }

    /** A mark for the server of a page. */
    Reply fragment(Badge badge, BoundSite page, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        boolean dark = theme(exchange).equals(DARK);
        byte[] html = picture.fragment(badge, seen(badge, Optional.of(page)), language, dark, own.url())
                .getBytes(StandardCharsets.UTF_8);
        return keptFor(
                badge,
                Reply.of(HTML, html, A_MINUTE, HttpHeaders.ACCEPT_LANGUAGE).in(language));
    }

    /** A mark in a frame. */
    Reply framed(Badge badge, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        Verdict verdict = seen(badge, exchange, HttpHeaders.REFERER);
        return keptFor(badge, framed(frame.badge(badge, verdict, language, theme(exchange)), language));
    }

    /** The look-up in a frame. */
    Reply framedLookup(ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return framed(frame.lookup(language, theme(exchange)), language);
    }

    /** In the frame of a mark that there is not. */
    Reply framedNothing(ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return framed(frame.missing(language), language);
    }

    private static Reply framed(byte[] document, Locale language) {
        return Reply.of(HTML, document, A_MINUTE, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.REFERER)
                .in(language)
                .with("Content-Security-Policy", WidgetFrame.POLICY);
    }

    /** Where a mark is, by the field in which a browser tells it; a copy is counted. */
    private Verdict seen(Badge badge, ServerWebExchange exchange, String field) {
        return seen(badge, BoundSite.page(exchange.getRequest().getHeaders().getFirst(field)));
    }

    private Verdict seen(Badge badge, Optional<BoundSite> page) {
        Verdict verdict = own.verdict(badge, page);
        if (verdict == Verdict.ELSEWHERE) {
            page.ifPresent(elsewhere -> copies.seen(badge.id(), elsewhere.host()));
        }
        return verdict;
    }

    private static String theme(ServerWebExchange exchange) {
        @Nullable String theme = exchange.getRequest().getQueryParams().getFirst("theme");
        if (theme == null || theme.isBlank()) {
            return LIGHT;
        }
        if (!Snippets.THEMES.contains(theme)) {
            throw ProblemException.invalid(List.of(new Violation(
                    "theme", "unknown-value", List.of(String.join(", ", Snippets.THEMES)), Snippets.THEMES)));
        }
        return theme;
    }
}
