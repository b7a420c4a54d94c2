package org.chengxin.portal.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.chengxin.platform.Language;
import org.chengxin.platform.nodes.Memory;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps answers of searches and profiles for a moment, under all they depend on: what was asked, the language, the state of
 * the store and of the index, the release and its catalogue. A change makes another key, so the old answer is never found
 * again. Publication ends with a day, and days end on a quarter of an hour in every zone: the quarter is part of the key, so
 * nothing is answered beyond an end. Personal queries are not kept; of others only a digest is.
 */
@Order(110)
final class KeptAnswers implements WebFilter {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final int LARGEST = 256 * 1024;
    private static final String PREFIX = "chengxin:answer:";

    private static final Pattern SEARCH = Pattern.compile("/api/v1/(subjects|records)");
    private static final Pattern PROFILE =
            Pattern.compile("/api/v1/(subjects/(?!suggest$|match$)[^/]+(/records)?|records/[^/]+)");

    private final Memory memory;
    private final Supplier<@Nullable String> store;
    private final Supplier<@Nullable String> index;
    private final String release;
    private final Clock clock;
    private final Counter found;
    private final Counter made;

    /**
     * Begins with what the memory has.
     *
     * @param store names the state of the store; null while that is not known
     * @param index names the state of the index; null while that is not known
     * @param release of the portal and its catalogue: what makes another answer of the same facts
     */
    KeptAnswers(
            Memory memory,
            Supplier<@Nullable String> store,
            Supplier<@Nullable String> index,
            String release,
            Clock clock,
            MeterRegistry meters) {
        this.memory = memory;
        this.store = store;
        this.index = index;
        this.release = release;
        this.clock = clock;
        this.found = counter(meters, "kept");
        this.made = counter(meters, "made");
    }

    private static Counter counter(MeterRegistry meters, String from) {
        return Counter.builder("chengxin.answers")
                .description("answers that may be kept, by whether they were")
                .tag("from", from)
                .register(meters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String key = key(exchange);
        if (key == null) {
            return chain.filter(exchange);
        }
        return memory.get(key)
                .flatMap(kept -> {
                    found.increment();
                    return answer(exchange, kept).thenReturn(true);
                })
                .switchIfEmpty(Mono.defer(() -> {
                    made.increment();
                    return chain.filter(exchange.mutate()
                                    .response(new KeepingResponse(exchange, key))
                                    .build())
                            .thenReturn(true);
                }))
                .then();
    }

    /** All that the answer depends on, as a digest; null when it is not to be kept. */
    private @Nullable String key(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        boolean search = SEARCH.matcher(path).matches();
        if (!request.getMethod().equals(HttpMethod.GET)
                || (!search && !PROFILE.matcher(path).matches())) {
            return null;
        }
        String stored = store.get();
        String indexed = search ? index.get() : "";
        if (stored == null || indexed == null) {
            return null;
        }
        List<String> parts = new ArrayList<>(List.of(
                release,
                stored,
                indexed,
                Long.toString(Math.floorDiv(clock.instant().getEpochSecond(), QUARTER)),
                Language.of(exchange).getLanguage(),
                String.join(",", request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT)),
                path));
        Map<String, List<String>> parameters = new TreeMap<>(request.getQueryParams());
        parameters.forEach((name, values) -> {
            parts.add(name);
            parts.add(Integer.toString(values.size()));
            values.forEach(value -> parts.add(value == null ? "" : value.strip()));
        });
        return PREFIX + digest(parts);
    }

    private static String digest(List<String> parts) {
        MessageDigest sha = Sha256.start();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(bytes);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
    }

    private static Mono<Void> answer(ServerWebExchange exchange, byte[] body) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private final class KeepingResponse extends ServerHttpResponseDecorator {

        private final String key;

        KeepingResponse(ServerWebExchange exchange, String key) {
            super(exchange.getResponse());
            this.key = key;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            if (!keepable()) {
                return super.writeWith(body);
            }
            return DataBufferUtils.join(body).flatMap(whole -> {
                byte[] bytes = new byte[whole.readableByteCount()];
                whole.read(bytes);
                DataBufferUtils.release(whole);
                Mono<Void> keeping = bytes.length > LARGEST ? Mono.empty() : memory.put(key, bytes, KEPT);
                return keeping.then(Mono.defer(
                        () -> super.writeWith(Mono.just(bufferFactory().wrap(bytes)))));
            });
        }

        private boolean keepable() {
            HttpStatusCode status = getStatusCode();
            MediaType type = getHeaders().getContentType();
            String cacheControl = getHeaders().getCacheControl();
            return (status == null || status.value() == HttpStatus.OK.value())
                    && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                    && getHeaders().getContentLanguage() == null
                    && (cacheControl == null || !cacheControl.contains("no-store"));
        }
    }
}
