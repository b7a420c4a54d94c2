package org.chengxin.portal.api;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks a door of the API what a reader could have asked it, in the process: with the reader's language, key and rights. */
final class AskedAgain {

    private static final String API = "/api/v1/";

    private final Supplier<WebHandler> doors;

    /** @param doors what routes requests to them */
    AskedAgain(Supplier<WebHandler> doors) {
        this.doors = doors;
    }

    /**
     * The bytes that a GET brings now.
     *
     * @param address path and query, escaped
     * @param exchange of whoever wants to know
     * @return fails as the door would; with 406 when it answers with anything but JSON
     */
    Mono<byte[]> answer(URI address, ServerWebExchange exchange) {
        return Mono.defer(() -> {
            if (address.isAbsolute() || !address.normalize().getRawPath().startsWith(API)) {
                return Mono.error(ProblemException.of(ProblemKind.NOT_FOUND));
            }
            Answer answer = new Answer(exchange.getResponse());
            return doors.get().handle(new Question(exchange, address, answer)).then(Mono.fromSupplier(answer::bytes));
        });
    }

    /** What a reader could have sent, with attributes of its own: whoever routes it leaves traces there. */
    private static final class Question extends ServerWebExchangeDecorator {

        private final ServerHttpRequest request;
        private final ServerHttpResponse response;
        private final Map<String, Object> attributes;

        Question(ServerWebExchange outer, URI address, ServerHttpResponse response) {
            super(outer);
            this.request = outer.getRequest()
                    .mutate()
                    .method(HttpMethod.GET)
                    .uri(address)
                    .headers(fields -> {
                        fields.remove(HttpHeaders.CONTENT_TYPE);
                        fields.remove(HttpHeaders.CONTENT_LENGTH);
                        fields.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
                    })
                    .build();
            this.response = response;
            this.attributes = new ConcurrentHashMap<>(outer.getAttributes());
        }

        @Override
        public ServerHttpRequest getRequest() {
            return request;
        }

        @Override
        public ServerHttpResponse getResponse() {
            return response;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return attributes;
        }
    }

    /** Takes an answer down instead of sending it. */
    private static final class Answer extends ServerHttpResponseDecorator {

        private final HttpHeaders fields = new HttpHeaders();
        private @Nullable HttpStatusCode status;
        private byte[] bytes = {};

        Answer(ServerHttpResponse outer) {
            super(outer);
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public HttpHeaders getHeaders() {
            return fields;
        }

        @Override
        public boolean setStatusCode(@Nullable HttpStatusCode code) {
            status = code;
            return true;
        }

        @Override
        public @Nullable HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public void addCookie(ResponseCookie cookie) {
            throw new IllegalStateException("no door of the API sets cookies");
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return DataBufferUtils.join(body)
                    .doOnNext(whole -> {
                        bytes = new byte[whole.readableByteCount()];
                        whole.read(bytes);
                        DataBufferUtils.release(whole);
                    })
                    .then();
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return writeWith(Flux.from(body).concatMap(part -> part));
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.empty();
        }
    }
}
