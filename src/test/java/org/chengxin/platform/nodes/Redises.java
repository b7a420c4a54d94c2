package org.chengxin.platform.nodes;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.chengxin.RealRedis;

/** Connections to a Redis for tests. */
public final class Redises {

    private Redises() {}

    /** A connection that answers; the caller closes it. */
    public static Redis connected(RealRedis server) {
        RedisURI address = RedisURI.create(server.url());
        address.setCredentialsProvider(
                RedisCredentialsProvider.from(() -> RedisCredentials.just(null, server.password())));
        Redis redis = new Redis(address, ClientOptions.create(), Duration.ofSeconds(1));
        await(redis::answers);
        return redis;
    }

    public static boolean answers(Redis redis) {
        return redis.answers();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Waits, at most some seconds. */
    public static void await(BooleanSupplier what) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("did not come about");
            }
            pause();
        }
    }
}
