package org.chengxin.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** Readers that ask one after the other, each on a connection of its own, the next as soon as the last was answered. */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConnectionProvider provider;
    private final HttpClient client;
    private final List<Request> requests;
    private final int connections;
    private final AtomicInteger next = new AtomicInteger();

    /** @param requests asked in turn, from the first again after the last */
    Load(URI address, List<Request> requests, int connections) {
        this.provider = ConnectionProvider.create("bench", connections);
        this.client = HttpClient.create(provider).baseUrl(address.toString()).responseTimeout(PATIENCE);
        this.requests = List.copyOf(requests);
        this.connections = connections;
    }

    /**
     * What one reader asks.
     *
     * @param json sent as the body of a POST; null for a GET
     * @param tag of the answer the reader has already; null when it has none
     */
    record Request(String path, @Nullable String json, @Nullable String tag) {

        static Request get(String path) {
            return new Request(path, null, null);
        }

        static Request post(String path, String json) {
            return new Request(path, json, null);
        }

        /** The same by a reader who asks whether what it has still holds. */
        Request again(String having) {
            return new Request(path, json, having);
        }

        private int expected() {
            return tag == null ? 200 : 304;
        }

        /** A look-up of ten subjects through the portal's door. */
        static Request subjects(String text) {
            return get("/api/v1/subjects?size=10&q=" + escaped(text));
        }

        /** What the portal offers when so much has been typed. */
        static Request suggestions(String typed) {
            return get("/api/v1/subjects/suggest?q=" + escaped(typed));
        }

        private static String escaped(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** What came of it. */
    static final class Figures {

        private final long[] nanos;
        private final Duration time;
        private final long failed;

        /**
         * Figures of a measurement.
         *
         * @param nanos time of each answer, the shortest first
         * @param failed answers other than the one expected, and none at all
         */
        private Figures(long[] nanos, Duration time, long failed) {
            this.nanos = nanos;
            this.time = time;
            this.failed = failed;
        }

        static Figures none() {
            return new Figures(new long[0], Duration.ZERO, 0);
        }

        /** Both turns together. */
        Figures plus(Figures other) {
            long[] all = LongStream.concat(Arrays.stream(nanos), Arrays.stream(other.nanos))
                    .sorted()
                    .toArray();
            return new Figures(all, time.plus(other.time), failed + other.failed);
        }

        int answered() {
            return nanos.length;
        }

        /** Answers other than 200 (304 for those who have it already), and none at all. */
        long failed() {
            return failed;
        }

        double perSecond() {
            return nanos.length / Math.max(1e-3, time.toNanos() / 1e9);
        }

        Duration median() {
            return at(0.5);
        }

        Duration slowest1Percent() {
            return at(0.99);
        }

        Duration slowest() {
            return at(1);
        }

        private Duration at(double share) {
            return nanos.length == 0 ? Duration.ZERO : Duration.ofNanos(nanos[(int) ((nanos.length - 1) * share)]);
        }
    }

    /** Asks for a while, from where it left off. */
    Figures ask(Duration time) {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        LongAdder failed = new LongAdder();
        long end = System.nanoTime() + time.toNanos();
        Flux.range(0, connections)
                .flatMap(reader -> one(nanos, failed).repeat(() -> System.nanoTime() < end), connections)
                .blockLast();
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Figures(sorted, time, failed.sum());
    }

    private Mono<Void> one(Queue<Long> nanos, LongAdder failed) {
        return Mono.defer(() -> {
            long begun = System.nanoTime();
            Request request = requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
            return receiver(request)
                    .responseSingle((response, body) -> body.asByteArray()
                            .thenReturn(response)
                            .flatMap(answer -> {
                                if (answer.status().code() == request.expected()) {
                                    nanos.add(System.nanoTime() - begun);
                                    return Mono.empty();
                                }
                                failed.increment();
                                return comingBack(answer);
                            }))
                    .doOnError(failure -> failed.increment())
                    .onErrorComplete()
                    .then();
        });
    }

    /** Who is told when to come back waits so long. */
    private static Mono<Void> comingBack(HttpClientResponse answer) {
        String seconds = answer.responseHeaders().get("Retry-After");
        return seconds == null
                ? Mono.empty()
                : Mono.delay(Duration.ofSeconds(Long.parseLong(seconds))).then();
    }

    private HttpClient.ResponseReceiver<?> receiver(Request request) {
        String tag = request.tag;
        return request.json == null
                ? (tag == null ? client : client.headers(headers -> headers.set("If-None-Match", tag)))
                        .get()
                        .uri(request.path)
                : client.headers(headers -> headers.set("Content-Type", "application/json"))
                        .post()
                        .uri(request.path)
                        .send(ByteBufMono.fromString(Mono.just(request.json)));
    }

    @Override
    public void close() {
        provider.disposeLater().block();
    }
}
