package org.chengxin.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.chengxin.platform.store.StoreCalls;
import reactor.core.publisher.Mono;

/**
 * The keys that hold. The store is asked once a second at the most, however many requests come with however many wrong keys;
 * what was revoked on another node is refused here a second later.
 */
public final class ApiKeys {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final String ALL = "all";

    private final ApiKeyStore keys;
    private final StoreCalls store;
    private final Clock clock;
    private final AsyncCache<String, Map<String, ApiKey>> asked =
            Caffeine.newBuilder().expireAfterWrite(KEPT).buildAsync();

    ApiKeys(ApiKeyStore keys, StoreCalls store, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
    }

    /** The key that a sender names; empty when there is none, or it has ended or was revoked. */
    Mono<ApiKey> find(String secret) {
        return Mono.fromFuture(
                        () -> asked.get(
                                ALL, (all, executor) -> store.call(keys::byHash).toFuture()),
                        true)
                .mapNotNull(known -> known.get(ApiKeyStore.hash(secret)))
                .filter(key -> key.holds(clock.instant()));
    }
}
