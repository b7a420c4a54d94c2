package org.chengxin.quota;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.chengxin.platform.nodes.Redis;
import org.chengxin.platform.nodes.RedisAwayException;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps count in Redis for all nodes; while that is away each node counts for itself. */
final class RedisQuotas implements Quotas {

    private static final String PREFIX = "chengxin:quota:";
    /** A bucket is forgotten this long after it is full again. */
    private static final Duration SPARE = Duration.ofSeconds(10);

    private final Redis redis;
    private final Quotas perNode;
    private final TimeMeter time;
    private volatile @Nullable Buckets buckets;

    /** Buckets of one connection, which stays the same over all reconnects. */
    private record Buckets(StatefulRedisConnection<String, byte[]> connection, AsyncProxyManager<String> manager) {}

    /** @param time the same on all nodes: of the wall clock */
    RedisQuotas(Redis redis, Quotas perNode, TimeMeter time) {
        this.redis = redis;
        this.perNode = perNode;
        this.time = time;
    }

    @Override
    public Mono<Decision> take(Policy policy, String client, long requests) {
        return redis.ask(connection -> Mono.fromFuture(() -> manager(connection)
                        .builder()
                        .build(key(policy, client), () -> CompletableFuture.completedFuture(full(policy)))
                        .tryConsumeAndReturnRemaining(requests)))
                .map(BucketQuotas::decision)
                .onErrorResume(RedisAwayException.class, away -> perNode.take(policy, client, requests));
    }

    private AsyncProxyManager<String> manager(StatefulRedisConnection<String, byte[]> connection) {
        Buckets known = buckets;
        if (known == null || !known.connection.equals(connection)) {
            known = new Buckets(
                    connection,
                    LettuceBasedProxyManager.builderFor(connection)
                            .withClientSideConfig(ClientSideConfig.getDefault()
                                    .withClientClock(time)
                                    .withExpirationAfterWriteStrategy(
                                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SPARE)))
                            .build()
                            .asAsync());
            buckets = known;
        }
        return known.manager;
    }

    private static BucketConfiguration full(Policy policy) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(policy.requests()).refillGreedy(policy.requests(), policy.window()))
                .build();
    }

    /** Redis learns no address; another allowance is another bucket. */
    private static String key(Policy policy, String client) {
        byte[] digest = Sha256.start().digest(client.getBytes(StandardCharsets.UTF_8));
        return PREFIX
                + policy.name()
                + ':'
                + policy.requests()
                + '/'
                + policy.window().toSeconds()
                + ':'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    }
}
