package org.chengxin.widget;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.platform.Language;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.SignedAnswers;
import org.chengxin.shared.Sha256;
import org.chengxin.site.BoundSite;
import org.chengxin.widget.WidgetAnswers.BadgeAnswer;
import org.chengxin.widget.WidgetAnswers.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The doors that other people's pages load from: script, mark in three forms, frame. */
@RestController
@RequestMapping("/widget/v1")
class WidgetController {

    /** How old a mark may be on somebody's page at the most. */
    private static final Duration STALE = Duration.ofSeconds(60);

    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Duration MOVING = Duration.ofMinutes(10);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    /** Named, and not with a weight of nothing. */
    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*gzip\\s*(?:$|,|;(?!\\s*q=0(?:\\.0*)?\\s*(?:$|,)))", Pattern.CASE_INSENSITIVE);

    private static final String PICTURE_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final WidgetScript script;
    private final Badges badges;
    private final WidgetWords words;
    private final BadgePicture picture;
    private final WidgetFrame frame;
    private final OwnSite own;
    private final CopyCount copies;
    private final JsonMapper json;

    WidgetController(
            WidgetScript script,
            Badges badges,
            WidgetWords words,
            BadgePicture picture,
            WidgetFrame frame,
            OwnSite own,
            CopyCount copies,
            JsonMapper json) {
        this.script = script;
        this.badges = badges;
        this.words = words;
        this.picture = picture;
        this.frame = frame;
        this.own = own;
        this.copies = copies;
        this.json = json;
    }

    @GetMapping("/chengxin-{version}.js")
    ResponseEntity<byte[]> fixed(@PathVariable String version, ServerWebExchange exchange) {
        return script(version, CacheControl.maxAge(FOR_EVER).cachePublic().immutable(), exchange);
    }

    @GetMapping("/chengxin.js")
    ResponseEntity<byte[]> moving(ServerWebExchange exchange) {
        return script(script.version(), CacheControl.maxAge(MOVING).cachePublic(), exchange);
    }

    private ResponseEntity<byte[]> script(String version, CacheControl kept, ServerWebExchange exchange) {
        WidgetScript.File file = script.file(version).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        boolean compressed = takesGzip(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING));
        HttpHeaders headers = open(SCRIPT, kept, HttpHeaders.ACCEPT_ENCODING);
        // two encodings of one file are two representations
        headers.setETag(compressed ? file.tag().replaceFirst("\"$", "-gz\"") : file.tag());
        if (compressed) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return new ResponseEntity<>(compressed ? file.compressed() : file.plain(), headers, HttpStatus.OK);
    }

    private static boolean takesGzip(@Nullable String codings) {
        return codings != null && GZIP.matcher(codings).find();
    }

    @GetMapping("/badge/{id}.json")
    Mono<ResponseEntity<byte[]>> forScript(@PathVariable String id, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return badge(id).map(badge -> {
            // of another site's page a browser tells the origin only, which is enough to see that it is another's
            seen(badge, exchange, HttpHeaders.ORIGIN);
            BadgeAnswer answer = new BadgeAnswer(
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
            return tagged(
                    MediaType.APPLICATION_JSON,
                    json.writeValueAsBytes(answer),
                    kept(badge),
                    language,
                    HttpHeaders.ACCEPT_LANGUAGE);
        });
    }

    @GetMapping("/badge/{id}.svg")
    Mono<ResponseEntity<byte[]>> picture(@PathVariable String id, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        boolean dark = theme(exchange).equals("dark");
        return badge(id).map(badge -> {
            BadgePicture.Picture drawn =
                    picture.drawn(badge, seen(badge, exchange, HttpHeaders.REFERER), language, dark);
            HttpHeaders headers = open(SVG, kept(badge), HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.REFERER);
            headers.set(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
            headers.set("Content-Security-Policy", PICTURE_POLICY);
            headers.setETag(drawn.tag());
            return new ResponseEntity<>(drawn.svg(), headers, HttpStatus.OK);
        });
    }

    /**
     * The mark as a piece of HTML for a server that puts it into a page of its own: no script, no style, and signed, so that
     * the server can show later what it was given. Only the server knows the page; a browser tells nobody.
     */
    @GetMapping("/badge/{id}.html")
    Mono<ResponseEntity<byte[]>> fragment(@PathVariable String id, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        boolean dark = theme(exchange).equals("dark");
        BoundSite page = site(exchange);
        return badge(id).map(badge -> {
            SignedAnswers.sign(exchange);
            byte[] html = picture.fragment(badge, seen(badge, Optional.of(page)), language, dark, own.url())
                    .getBytes(StandardCharsets.UTF_8);
            return tagged(HTML, html, kept(badge), language, HttpHeaders.ACCEPT_LANGUAGE);
        });
    }

    /** The page that a server asks for. */
    private static BoundSite site(ServerWebExchange exchange) {
        @Nullable String site = exchange.getRequest().getQueryParams().getFirst("site");
        if (site == null || site.isBlank()) {
            throw ProblemException.invalid("site", "required");
        }
        return BoundSite.typed(site).orElseThrow(() -> ProblemException.invalid("site", "not-a-site"));
    }

    @GetMapping("/frame")
    Mono<ResponseEntity<byte[]>> frame(ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        String theme = theme(exchange);
        @Nullable String subject = exchange.getRequest().getQueryParams().getFirst("subject");
        if (subject == null || subject.isBlank()) {
            return Mono.just(framed(HttpStatus.OK, frame.lookup(language, theme), kept(STALE), language));
        }
        return badges.of(subject.strip())
                .map(badge -> framed(
                        HttpStatus.OK,
                        frame.badge(badge, seen(badge, exchange, HttpHeaders.REFERER), language, theme),
                        kept(badge),
                        language))
                .defaultIfEmpty(framed(HttpStatus.NOT_FOUND, frame.missing(language), kept(STALE), language));
    }

    @GetMapping("/frame.css")
    ResponseEntity<byte[]> frameStyle() {
        byte[] style = WidgetFrame.STYLE.getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = open(CSS, CacheControl.maxAge(MOVING).cachePublic());
        headers.setETag(tag(style));
        return new ResponseEntity<>(style, headers, HttpStatus.OK);
    }

    /** A mark is in no cache when a record of its subject has come to its end. */
    static CacheControl kept(Badge badge) {
        return kept(stale(badge));
    }

    /** How old a mark may be on somebody's page; it is as old as {@link Badges} keeps it when it is answered. */
    static Duration stale(Badge badge) {
        Duration left = badge.holds(STALE.plus(Badges.KEPT)).minus(Badges.KEPT);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static CacheControl kept(Duration stale) {
        return CacheControl.maxAge(stale).cachePublic();
    }

    private static ResponseEntity<byte[]> framed(
            HttpStatus status, byte[] document, CacheControl kept, Locale language) {
        HttpHeaders headers = open(HTML, kept, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.REFERER);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        headers.set("Content-Security-Policy", WidgetFrame.POLICY);
        if (status == HttpStatus.OK) {
            headers.setETag(tag(document));
        }
        return new ResponseEntity<>(document, headers, status);
    }

    private Mono<Badge> badge(String id) {
        return badges.of(id).switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
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
            return "light";
        }
        if (!Snippets.THEMES.contains(theme)) {
            throw ProblemException.invalid(List.of(new Violation(
                    "theme", "unknown-value", List.of(String.join(", ", Snippets.THEMES)), Snippets.THEMES)));
        }
        return theme;
    }

    private static ResponseEntity<byte[]> tagged(
            MediaType type, byte[] body, CacheControl kept, Locale language, String... varies) {
        HttpHeaders headers = open(type, kept, varies);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        headers.setETag(tag(body));
        return new ResponseEntity<>(body, headers, HttpStatus.OK);
    }

    static String tag(byte[] body) {
        return '"' + HexFormat.of().formatHex(Sha256.of(body)).substring(0, 32) + '"';
    }

    /** What any site may load: no credentials are ever looked at. */
    private static HttpHeaders open(MediaType type, CacheControl kept, String... varies) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        headers.setCacheControl(kept);
        headers.setVary(List.of(varies));
        headers.setAccessControlAllowOrigin("*");
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        headers.set("X-Robots-Tag", "noindex, noarchive");
        return headers;
    }
}
