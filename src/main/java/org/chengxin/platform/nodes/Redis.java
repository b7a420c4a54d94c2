package org.chengxin.platform.nodes;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.chengxin.shared.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The connection to Redis. Connects in the background and again whenever it was lost; meanwhile, and for a moment after each
 * question that was not answered in time, questions are refused at once, so that nobody waits for a Redis that is away.
 */
public final class Redis implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(2);
    /** Questions on their way at once; more wait for something that is broken. */
    private static final int WAITING = 10_000;

    private static final int THREADS = 2;

    private final RedisURI address;
    private final Duration limit;
    private final ClientResources resources;
    private final RedisClient client;
    private final Rounds looks = new Rounds("redis");
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;
    /** Nanoseconds of the machine until which nothing is asked. */
    private volatile long restUntil = System.nanoTime();

    private boolean away;
    private boolean told;

    /**
     * Begins to connect.
     *
     * @param limit within which a question is answered, or not at all
     */
    Redis(RedisURI address, ClientOptions options, Duration limit) {
        this.address = address;
        this.limit = limit;
        resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .build();
        client = RedisClient.create(resources);
        client.setOptions(options.mutate()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(WAITING)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT)
                        .keepAlive(true)
                        .build())
                .build());
        looks.every(Duration.ZERO, AGAIN, this::look);
    }

    private void look() {
        StatefulRedisConnection<String, byte[]> known = connection;
        try {
            if (known == null) {
                RedisCodec<String, byte[]> codec = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
                known = client.connectAsync(codec, address)
                        .toCompletableFuture()
                        .get(2 * CONNECT.toSeconds(), TimeUnit.SECONDS);
                connection = known;
            }
            known.async().ping().toCompletableFuture().get(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
            restUntil = System.nanoTime();
            over();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            met(failure);
        }
    }

    /**
     * Asks something.
     *
     * @param question may be asked of the connection more than once
     * @return errors with {@link RedisAwayException} only
     */
    public <T> Mono<T> ask(Function<StatefulRedisConnection<String, byte[]>, Mono<T>> question) {
        return Mono.defer(() -> {
            StatefulRedisConnection<String, byte[]> asked = connection;
            if (asked == null || !asked.isOpen() || System.nanoTime() - restUntil < 0) {
                return Mono.error(new RedisAwayException(null));
            }
            // on with the answer on a thread that Redis does not need
            return question.apply(asked)
                    .publishOn(Schedulers.parallel())
                    .timeout(limit)
                    .onErrorMap(failure -> {
                        met(failure);
                        return new RedisAwayException(failure);
                    });
        });
    }

    /** Whether the last look found it in order. */
    synchronized boolean answers() {
        return told && !away;
    }

    private synchronized void met(Throwable failure) {
        restUntil = System.nanoTime() + AGAIN.toNanos();
        if (!away) {
            away = true;
            log.warn(
                    "Redis 连接不上；额度各节点各自计算，缓存停用，恢复后自动继续 (Redis is away: quotas are counted per node and nothing is"
                            + " cached until it is back): {}",
                    failure.getClass().getSimpleName());
        }
        told = true;
    }

    private synchronized void over() {
        if (away) {
            log.info("Redis 已恢复 (Redis is back)");
        }
        away = false;
        told = true;
    }

    @Override
    public void close() {
        looks.close(STOP);
        client.shutdownAsync(0, STOP.toNanos(), TimeUnit.NANOSECONDS)
                .completeOnTimeout(null, 2 * STOP.toNanos(), TimeUnit.NANOSECONDS)
                .join();
        // not waited for: its threads are daemons and end by themselves
        var unused = resources.shutdown(0, STOP.toSeconds(), TimeUnit.SECONDS);
    }
}
