package org.chengxin.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ShardStatistics;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.transport.TransportException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chengxin.search.IndexTakenOverException;
import org.chengxin.search.SearchEngineAwayException;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;

/**
 * The cluster, asked within time limits. What it cannot answer now is a {@link SearchEngineAwayException}, and when it fails
 * again and again it is left alone for a while; what it refuses for good is an {@link ElasticsearchException}, or an
 * {@link IndexTakenOverException} where a document is not as it was read.
 */
final class Cluster implements AutoCloseable {

    /** Of this many requests half have to fail before the cluster is left alone. */
    private static final int WATCHED = 20;

    private static final int CONFLICT = 409;
    /** It is asked again after this long. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);

    private final ElasticsearchAsyncClient client;
    private final Duration searchTimeout;
    private final Duration writeTimeout;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "elasticsearch",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(WATCHED)
                    .minimumNumberOfCalls(WATCHED / 2)
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .waitDurationInOpenState(LEFT_ALONE)
                    .build());

    Cluster(ElasticsearchSettings settings) {
        client = Connections.open(settings);
        searchTimeout = settings.searchTimeout();
        writeTimeout = settings.writeTimeout();
    }

    /** A question of the cluster. */
    interface Request<T> extends Function<ElasticsearchAsyncClient, CompletableFuture<T>> {}

    /** Asks for something that changes indices or documents, or is not asked for by a reader. */
    <T> T work(Request<T> request) {
        return ask(request, writeTimeout);
    }

    /** Asks for something a reader waits for. */
    <T> T ask(Request<T> request) {
        return ask(request, searchTimeout);
    }

    private <T> T ask(Request<T> request, Duration limit) {
        return begin(request, limit).get();
    }

    /** Begins work and does not wait: that is what getting the answer does. */
    <T> Supplier<T> begin(Request<T> request) {
        return begin(request, writeTimeout);
    }

    private <T> Supplier<T> begin(Request<T> request, Duration limit) {
        if (!breaker.tryAcquirePermission()) {
            throw new SearchEngineAwayException("Elasticsearch has failed again and again and is left alone", null);
        }
        long begun = System.nanoTime();
        CompletableFuture<T> asked = request.apply(client);
        return () -> {
            try {
                T answer = answer(asked, limit);
                breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                return answer;
            } catch (CancellationException unwanted) {
                breaker.releasePermission();
                throw unwanted;
            } catch (SearchEngineAwayException away) {
                breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, away);
                throw away;
            } catch (RuntimeException refused) {
                // an answer all the same
                breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                throw refused;
            }
        };
    }

    Duration searchTimeout() {
        return searchTimeout;
    }

    /** A search that is answered by all shards or not at all. */
    SearchResponse<Void> search(SearchRequest request) {
        SearchResponse<Void> answer = ask(asking -> asking.search(request, Void.class));
        ShardStatistics shards = answer.shards();
        if (answer.timedOut()) {
            throw new SearchEngineAwayException("not all of the index was searched in time", null);
        }
        if (shards.failed().intValue() > 0) {
            throw new ShardsLostException(
                    "only " + shards.successful() + " of " + shards.total() + " shards answered", null);
        }
        return answer;
    }

    private static <T> T answer(CompletableFuture<T> asked, Duration limit) {
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (TimeoutException late) {
            asked.cancel(true);
            throw new SearchEngineAwayException(
                    "Elasticsearch did not answer within " + limit.toMillis() + " ms", late);
        } catch (InterruptedException interrupt) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the answer any more");
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (isConflict(cause)) {
            return new IndexTakenOverException("another node has written since", cause);
        }
        if (cause instanceof ElasticsearchException refused) {
            if (refused.status() >= 500
                    && "search_phase_execution_exception".equals(refused.error().type())) {
                return new ShardsLostException("the shards cannot answer: " + refused.getMessage(), refused);
            }
            return isPassing(refused.status())
                    ? new SearchEngineAwayException("Elasticsearch cannot answer now: " + refused.getMessage(), refused)
                    : refused;
        }
        if (cause instanceof TransportException unreadable && !isPassing(unreadable.statusCode())) {
            return new UncheckedIOException(unreadable);
        }
        return cause instanceof IOException
                ? new SearchEngineAwayException("Elasticsearch cannot be reached: " + cause.getMessage(), cause)
                : new IllegalStateException(cause);
    }

    /** Told by the client in one way or the other. */
    private static boolean isConflict(@Nullable Throwable cause) {
        return (cause instanceof ElasticsearchException refused && refused.status() == CONFLICT)
                || (cause instanceof ResponseException answered
                        && answered.getResponse().getStatusLine().getStatusCode() == CONFLICT);
    }

    /** Whether the same request may succeed later; -1 for no answer at all. */
    static boolean isPassing(int status) {
        return status < 0 || status == 408 || status == 429 || status >= 500;
    }

    @Override
    public void close() {
        try {
            client._transport().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
