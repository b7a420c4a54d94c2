package org.chengxin.platform;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses addresses and bodies that are longer than any honest request needs, before anything reads them. */
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RequestLimits implements WebFilter {

    private static final int TAKEN_AND_DROPPED = 4;
    private static final String ZIP = "application/zip";
    /** The form there takes the ZIP of a batch and keeps none of it. */
    private static final String VERIFY = "/verify";

    private final ChengxinProperties.Web limits;

    RequestLimits(ChengxinProperties.Web limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String query = request.getURI().getRawQuery();
        long address = request.getURI().getRawPath().length() + (query == null ? 0L : query.length());
        if (address > limits.longestAddress().toBytes()) {
            return Mono.error(ProblemException.of(ProblemKind.ADDRESS_TOO_LONG));
        }
        long longest = longestBody(request);
        long declared = request.getHeaders().getContentLength();
        if (declared > longest) {
            Mono<Void> refused = Mono.error(ProblemException.of(ProblemKind.BODY_TOO_LARGE));
            // a browser still sending would see the connection reset and not the answer
            return declared > TAKEN_AND_DROPPED * longest
                    ? refused
                    : request.getBody().doOnNext(DataBufferUtils::release).then(refused);
        }
        // without a length and not in parts there is no body (RFC 9112, 6.3)
        if (declared >= 0 || !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        return chain.filter(
                exchange.mutate().request(new CountedBody(request, longest)).build());
    }

    private long longestBody(ServerHttpRequest request) {
        String type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        String multipart = MediaType.MULTIPART_FORM_DATA_VALUE;
        if (type != null && type.regionMatches(true, 0, multipart, 0, multipart.length())) {
            boolean checked = request.getPath().value().equals(VERIFY);
            return (checked ? limits.largestBatch() : limits.largestForm()).toBytes();
        }
        if (ZIP.equals(type)) {
            return limits.largestBatch().toBytes();
        }
        boolean document = MediaType.APPLICATION_PDF_VALUE.equals(type);
        return (document ? limits.largestDocument() : limits.largestBody()).toBytes();
    }

    /** A body without a declared length, counted while it arrives. */
    private static final class CountedBody extends ServerHttpRequestDecorator {

        private final long limit;

        CountedBody(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong seen = new AtomicLong();
            return super.getBody().handle((part, sink) -> {
                if (seen.addAndGet(part.readableByteCount()) > limit) {
                    DataBufferUtils.release(part);
                    sink.error(new DataBufferLimitException("body over " + limit + " bytes"));
                } else {
                    sink.next(part);
                }
            });
        }
    }
}
