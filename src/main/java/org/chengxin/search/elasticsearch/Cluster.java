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
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private static final int NO_ANSWER = -1;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    /** No answer at all, or one that speaks of nodes and not of the request: too busy, bad gateway, unavailable, late. */
    private static final Set<Integer> OF_NODES = Set.of(NO_ANSWER, 429, 502, 503, 504);

    /** It is asked again after this long. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);

    private final ElasticsearchAsyncClient client;
    private final Manner reading;
    private final Manner writing;
    private final CircuitBreaker breaker = breaker("elasticsearch", any -> true);
    private volatile @Nullable String trouble;

    /** By what and how long something is asked. */
    private record Manner(ElasticsearchAsyncClient client, Duration limit) {}

    Cluster(ElasticsearchSettings settings) {
        client = Connections.open(settings);
        reading = new Manner(Connections.impatient(client, settings), settings.searchTimeout());
        writing = new Manner(client, settings.writeTimeout());
    }

    /** Opens when half of what was asked last has failed, and leaves what is behind it alone for a while. */
    static CircuitBreaker breaker(String name, Predicate<Throwable> counted) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WATCHED)
                        .minimumNumberOfCalls(WATCHED / 2)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .waitDurationInOpenState(LEFT_ALONE)
                        .recordException(counted)
                        .build());
    }

    SearchEngineAwayException leftAlone() {
        return new SearchEngineAwayException(
                "Elasticsearch has failed again and again and is left alone: " + trouble, null);
    }

    /** Why it did not answer when it was asked last and did not, in words for operators; null when it always has. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** A question of the cluster. */
    interface Request<T> extends Function<ElasticsearchAsyncClient, CompletableFuture<T>> {}

    /** Asks for something that changes indices or documents, or is not asked for by a reader. */
    <T> T work(Request<T> request) {
        return begin(request, writing, true).get();
    }

    /** Asks for something a reader waits for. */
    <T> T ask(Request<T> request) {
        return begin(request, reading, true).get();
    }

    /** Begins work and does not wait: that is what getting the answer does. */
    <T> Supplier<T> begin(Request<T> request) {
        return begin(request, writing, true);
    }

    /** Begins to ask for something a reader waits for. */
    <T> Supplier<T> beginToAsk(Request<T> request) {
        return begin(request, reading, true);
    }

    /** @param last whether a failure of nodes counts, since the request is not asked again */
    private <T> Supplier<T> begin(Request<T> request, Manner manner, boolean last) {
        if (!breaker.tryAcquirePermission()) {
            throw leftAlone();
        }
        long begun = System.nanoTime();
        CompletableFuture<T> asked = request.apply(manner.client);
        // whether or not somebody still waits for it, who is told after it was counted
        CompletableFuture<T> counted =
                asked.whenComplete((answer, failed) -> count(failed, last, System.nanoTime() - begun));
        return () -> answer(asked, counted, manner.limit);
    }

    private void count(@Nullable Throwable ended, boolean last, long nanos) {
        Throwable failed = ended instanceof CompletionException wrapped ? wrapped.getCause() : ended;
        if (failed instanceof CancellationException) {
            breaker.releasePermission();
        } else if (failed == null || !(failure(failed) instanceof SearchEngineAwayException away)) {
            // a refusal is an answer all the same
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            trouble = away.getMessage();
            if (last || !(away instanceof NodesLostException)) {
                breaker.onError(nanos, TimeUnit.NANOSECONDS, away);
            } else {
                breaker.releasePermission();
            }
        }
    }

    private <X extends SearchEngineAwayException> X noted(X away) {
        trouble = away.getMessage();
        return away;
    }

    Duration searchTimeout() {
        return reading.limit;
    }

    /**
     * A search that is answered by all shards or not at all.
     *
     * @throws NodesLostException when it may be answered on another point in time; that is not counted here
     */
    SearchResponse<Void> search(SearchRequest request) {
        SearchResponse<Void> answer;
        try {
            answer = begin(asking -> asking.search(request, Void.class), reading, false)
                    .get();
        } catch (ElasticsearchException refused) {
            if (refused.status() == NOT_FOUND) {
                throw new NodesLostException("the point in time was let go: by age, with a node or its index", refused);
            }
            throw refused;
        }
        ShardStatistics shards = answer.shards();
        if (answer.timedOut()) {
            throw noted(new SearchEngineAwayException("not all of the index was searched in time", null));
        }
        if (shards.failed().intValue() > 0) {
            throw noted(new NodesLostException(
                    "only " + shards.successful() + " of " + shards.total() + " shards answered", null));
        }
        return answer;
    }

    private <T> T answer(CompletableFuture<T> asked, CompletableFuture<T> counted, Duration limit) {
        long begun = System.nanoTime();
        try {
            return counted.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (TimeoutException late) {
            asked.cancel(true);
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, late);
            throw noted(new SearchEngineAwayException(
                    "Elasticsearch did not answer within " + limit.toMillis() + " ms", late));
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
            return isPassing(refused.status()) ? passing(refused.status(), refused) : refused;
        }
        if (cause instanceof TransportException unread) {
            // said by something before the cluster, or by none at all
            return passing(unread.statusCode(), unread);
        }
        return cause instanceof IOException unreached
                ? passing(NO_ANSWER, unreached)
                : new IllegalStateException(cause);
    }

    private static SearchEngineAwayException passing(int status, Exception cause) {
        boolean shards = cause instanceof ElasticsearchException told
                && "search_phase_execution_exception".equals(told.error().type());
        String message = "Elasticsearch cannot answer now: " + Trouble.of(status, cause);
        return shards || OF_NODES.contains(status)
                ? new NodesLostException(message, cause)
                : new SearchEngineAwayException(message, cause);
    }

    /** Told by the client in one way or the other. */
    private static boolean isConflict(@Nullable Throwable cause) {
        return (cause instanceof ElasticsearchException refused && refused.status() == CONFLICT)
                || (cause instanceof ResponseException answered
                        && answered.getResponse().getStatusLine().getStatusCode() == CONFLICT);
    }

    /** Whether the same request may succeed later; -1 for no answer at all. */
    static boolean isPassing(int status) {
        return status == NO_ANSWER || isOfWhoAsks(status) || status == 408 || status == 429 || status >= 500;
    }

    /** Whether it is about who asks, and would be the same for any request. */
    static boolean isOfWhoAsks(int status) {
        return status == 401 || status == 403;
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
