package org.chengxin.platform.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The reactive edge of the store: what a reader waits for runs here, off the event loop and within a time limit. When the
 * store is away the reader is told so, and when to come back.
 */
public final class StoreCalls {

    /** A look-up takes milliseconds: what takes this long waits for a store that does not answer. */
    public static final Duration LIMIT = Duration.ofSeconds(3);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    /** @param scheduler bounded, with threads that may block */
    public StoreCalls(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Runs a call; empty when it returns null.
     *
     * @return errors with {@link ProblemKind#STORE_UNAVAILABLE} when the store is out of reach or does not answer in time
     */
    public <T> Mono<T> call(Callable<? extends @Nullable T> work) {
        return Mono.fromCallable(() -> answer(work))
                .subscribeOn(scheduler)
                .timeout(LIMIT)
                .flatMap(answer -> answer.away == null ? Mono.justOrEmpty(answer.value) : Mono.error(answer.away))
                .onErrorMap(StoreCalls::isAway, away -> unavailable());
    }

    /** That the store is away is an answer too: one that comes after the time limit is dropped and not logged each time. */
    private record Answer<T>(@Nullable T value, @Nullable Exception away) {}

    private static <T> Answer<T> answer(Callable<? extends @Nullable T> work) throws Exception {
        try {
            return new Answer<T>(work.call(), null);
        } catch (RuntimeException failure) {
            if (isAway(failure)) {
                return new Answer<T>(null, failure);
            }
            throw failure;
        }
    }

    /** Whether a failure says that the store is out of reach, full or late, and not that the call was wrong. */
    public static boolean isAway(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof QueryTimeoutException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                || failure instanceof TimeoutException
                || failure instanceof RejectedExecutionException;
    }

    private static ProblemException unavailable() {
        return ProblemException.retryAfter(ProblemKind.STORE_UNAVAILABLE, TRY_AGAIN);
    }
}
