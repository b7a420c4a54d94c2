package org.chengxin.widget;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.chengxin.shared.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * An answer that pages of any site may load, with its validator and how long caches may have it. Made once and given to many.
 *
 * @param headers all but the entity tag and how long it is kept
 * @param body not to be changed
 * @param tag of the body
 * @param kept value of {@code Cache-Control}
 */
record Reply(HttpHeaders headers, byte[] body, String tag, String kept) {

    /**
     * A representation of any type.
     *
     * @param kept how long caches may have it
     * @param varies fields of the request it depends on
     */
    static Reply of(MediaType type, byte[] body, String kept, String... varies) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        headers.setVary(List.of(varies));
        // no credentials are ever looked at
        headers.setAccessControlAllowOrigin("*");
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        headers.set("X-Robots-Tag", "noindex, noarchive");
        String tag = '"' + HexFormat.of().formatHex(Sha256.of(body)).substring(0, 32) + '"';
        return new Reply(headers, body, tag, kept);
    }

    /** Any cache may have it so long. */
    static String kept(Duration most) {
        return "max-age=" + most.toSeconds() + ", public";
    }

    Reply in(Locale language) {
        return with(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
    }

    Reply with(String field, String value) {
        HttpHeaders more = HttpHeaders.copyOf(headers);
        more.set(field, value);
        return new Reply(more, body, tag, kept);
    }

    /** The same, kept so long by caches. */
    Reply keptFor(String other) {
        return new Reply(headers, body, tag, other);
    }

    /** For a door of Spring's, which compares tags itself; what there is not has none. */
    ResponseEntity<byte[]> entity(HttpStatus status) {
        Reply whole = with(HttpHeaders.CACHE_CONTROL, kept);
        return new ResponseEntity<>(
                body, status == HttpStatus.OK ? whole.with(HttpHeaders.ETAG, tag).headers : whole.headers, status);
    }

    /** To a request that went through no door: 304 to who has it. */
    Mono<Void> answer(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders sent = response.getHeaders();
        headers.forEach(sent::put);
        sent.set(HttpHeaders.CACHE_CONTROL, kept);
        if (exchange.checkNotModified(tag)) {
            sent.remove(HttpHeaders.CONTENT_TYPE);
            return response.setComplete();
        }
        sent.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
