package org.chengxin.record;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chengxin.platform.store.StoreCalls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The sources with their freshness, as every answer names them. The store is asked once in ten seconds; while it is away
 * what was known last goes on being told, so that a search does not wait for it.
 */
public final class KnownSources {

    private static final String SOURCES = "sources";
    private static final Duration KEPT = Duration.ofSeconds(10);
    /** Once something is known, newer figures are not worth a longer wait. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Archives archives;
    private final StoreCalls store;
    private final AsyncCache<String, List<Source>> asked =
            Caffeine.newBuilder().expireAfterWrite(KEPT).buildAsync();
    private volatile @Nullable List<Source> last;

    public KnownSources(Archives archives, StoreCalls store) {
        this.archives = archives;
        this.store = store;
    }

    /** All sources; readers that come together share one look into the store. Errors when they were never read. */
    public Mono<List<Source>> all() {
        CompletableFuture<List<Source>> fresh = asked.getIfPresent(SOURCES);
        if (fresh != null && fresh.isDone() && !fresh.isCompletedExceptionally()) {
            return Mono.just(fresh.join());
        }
        Mono<List<Source>> now = Mono.fromFuture(() -> asked.get(SOURCES, (key, executor) -> read().toFuture()), true);
        List<Source> known = last;
        return known == null ? now : now.timeout(PATIENCE, Mono.just(known));
    }

    private Mono<List<Source>> read() {
        return store.<List<Source>>call(archives::sources)
                .doOnNext(read -> last = read)
                .onErrorResume(away -> Mono.justOrEmpty(last).switchIfEmpty(Mono.error(away)));
    }
}
