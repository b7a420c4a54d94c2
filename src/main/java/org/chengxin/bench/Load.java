package org.chengxin.bench;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Readers that ask one after the other, each on a connection of its own, the next as soon as the last was answered. */
final class Load {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final List<String> paths;
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final LongAdder failed = new LongAdder();

    private Load(HttpClient client, List<String> paths) {
        this.client = client;
        this.paths = paths;
    }

    /**
     * What came of it.
     *
     * @param failed answers other than 200, and none at all
     */
    record Figures(double perSecond, Duration median, Duration slowest1Percent, long failed) {}

    /**
     * Asks for a while.
     *
     * @param paths asked in turn
     * @param warming asked before that, not counted
     */
    static Figures run(URI address, List<String> paths, int connections, Duration warming, Duration measured) {
        ConnectionProvider provider = ConnectionProvider.create("bench", connections);
        try {
            HttpClient client =
                    HttpClient.create(provider).baseUrl(address.toString()).responseTimeout(PATIENCE);
            new Load(client, paths).ask(connections, warming);
            Load load = new Load(client, paths);
            load.ask(connections, measured);
            return load.figures(measured);
        } finally {
            provider.disposeLater().block();
        }
    }

    private void ask(int connections, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Flux.range(0, connections)
                .flatMap(reader -> one().repeat(() -> System.nanoTime() < end), connections)
                .blockLast();
    }

    private Mono<Void> one() {
        return Mono.defer(() -> {
            long begun = System.nanoTime();
            String path = paths.get(Math.floorMod(next.getAndIncrement(), paths.size()));
            return client.get()
                    .uri(path)
                    .responseSingle((response, body) ->
                            body.asByteArray().thenReturn(response.status().code()))
                    .doOnNext(status -> {
                        if (status == 200) {
                            nanos.add(System.nanoTime() - begun);
                        } else {
                            failed.increment();
                        }
                    })
                    .doOnError(failure -> failed.increment())
                    .onErrorComplete()
                    .then();
        });
    }

    private Figures figures(Duration time) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Figures(sorted.length / (time.toNanos() / 1e9), at(sorted, 0.5), at(sorted, 0.99), failed.sum());
    }

    private static Duration at(long[] sorted, double share) {
        return sorted.length == 0 ? Duration.ZERO : Duration.ofNanos(sorted[(int) ((sorted.length - 1) * share)]);
    }
}
