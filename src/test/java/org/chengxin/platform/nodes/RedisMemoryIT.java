package org.chengxin.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.chengxin.RealRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisMemoryIT extends MemoryContract {

    private static RealRedis server;
    private static Redis redis;

    @BeforeAll
    static void start() {
        server = new RealRedis();
        redis = Redises.connected(server);
    }

    @AfterAll
    static void stop() {
        redis.close();
        server.close();
    }

    @Override
    Memory memory() {
        return new RedisMemory(redis);
    }

    @Override
    void pass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        Redises.await(() -> System.nanoTime() > until);
    }

    @Test
    void whileRedisIsAwayNothingIsRememberedAndNothingFails() {
        put("before", "1", Duration.ofMinutes(1));
        server.kill();
        try {
            assertThat(get("before")).isNull();
            put("meanwhile", "1", Duration.ofMinutes(1));
            Redises.await(() -> !redis.answers());
            long begun = System.nanoTime();
            assertThat(get("meanwhile")).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("nobody waits for a Redis that is away")
                    .isLessThan(Duration.ofMillis(500));
        } finally {
            server.start();
        }
        Redises.await(redis::answers);
        assertThat(get("before")).isNull();
        put("after", "1", Duration.ofMinutes(1));
        assertThat(get("after")).isEqualTo("1");
    }
}
