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
        return Mono.<T>fromCallable(work)
                .subscribeOn(scheduler)
                .timeout(LIMIT)
                .onErrorMap(StoreCalls::isAway, away -> unavailable());
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
