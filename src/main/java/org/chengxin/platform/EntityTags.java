package org.chengxin.platform;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.chengxin.shared.Sha256;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives JSON answers of the API to GET and HEAD a strong entity tag over their body, and answers 304 when the reader has
 * that body (RFC 9110). Caches may keep an answer but must ask each time: a record can end between two reads.
 */
@Order(100)
final class EntityTags implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpMethod method = exchange.getRequest().getMethod();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!reads || !exchange.getRequest().getPath().value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return chain.filter(
                exchange.mutate().response(new TaggedResponse(exchange)).build());
    }

    private static final class TaggedResponse extends ServerHttpResponseDecorator {

        private final ServerWebExchange exchange;

        TaggedResponse(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.exchange = exchange;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            if (!taggable()) {
                return super.writeWith(body);
            }
            return DataBufferUtils.join(body).flatMap(whole -> {
                String tag = '"' + digest(whole) + '"';
                if (getHeaders().getCacheControl() == null) {
                    getHeaders().setCacheControl("no-cache");
                }
                if (exchange.checkNotModified(tag)) {
                    DataBufferUtils.release(whole);
                    getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
                    getHeaders().remove(HttpHeaders.CONTENT_TYPE);
                    return setComplete();
                }
                return super.writeWith(Mono.just(whole));
            });
        }

        private boolean taggable() {
            HttpStatusCode status = getStatusCode();
            MediaType type = getHeaders().getContentType();
            String cacheControl = getHeaders().getCacheControl();
            return (status == null || status.value() == HttpStatus.OK.value())
                    && getHeaders().getETag() == null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(type)
                    && (cacheControl == null || !cacheControl.contains("no-store"));
        }

        private static String digest(DataBuffer body) {
            MessageDigest sha = Sha256.start();
            try (DataBuffer.ByteBufferIterator parts = body.readableByteBuffers()) {
                parts.forEachRemaining(sha::update);
            }
            // 128 bits tell any two bodies apart
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha.digest(), 16));
        }
    }
}
