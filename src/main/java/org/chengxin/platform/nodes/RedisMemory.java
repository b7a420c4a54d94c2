package org.chengxin.platform.nodes;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Remembers in Redis, for all nodes. */
final class RedisMemory implements Memory {

    private final Redis redis;

    RedisMemory(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Mono<byte[]> get(String key) {
        return redis.ask(connection -> connection.reactive().get(key))
                .onErrorResume(RedisAwayException.class, away -> Mono.empty());
    }

    @Override
    public Mono<Void> put(String key, byte[] value, Duration keep) {
        return redis.ask(connection -> connection.reactive().set(key, value, SetArgs.Builder.px(keep)))
                .onErrorResume(RedisAwayException.class, away -> Mono.empty())
                .then();
    }
}
