package org.chengxin.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Keeps count in the process: a token bucket per policy and client, the least used forgotten first. */
final class BucketQuotas implements Quotas {

    private final Cache<Key, Bucket> buckets;
    private final TimeMeter time;

    private record Key(Policy policy, String client) {}

    /** A forgotten bucket is a full one, so {@code clients} bounds memory and never refuses anyone. */
    BucketQuotas(long clients, TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(clients)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
        this.time = time;
    }

    @Override
    public Mono<Decision> take(Policy policy, String client, long requests) {
        return Mono.fromSupplier(() -> {
            Bucket bucket = buckets.get(new Key(policy, client), key -> bucket(key.policy()));
            return decision(bucket.tryConsumeAndReturnRemaining(requests));
        });
    }

    static Decision decision(ConsumptionProbe probe) {
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Decision(probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(wait));
    }

    private Bucket bucket(Policy policy) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(policy.requests()).refillGreedy(policy.requests(), policy.window()))
                .withCustomTimePrecision(time)
                .build();
    }
}
