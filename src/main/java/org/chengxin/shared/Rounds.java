package org.chengxin.shared;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Work that is done again and again on one daemon thread, with a pause between two rounds. A round that fails goes to the
 * thread's handler of uncaught exceptions, and the next one comes all the same.
 */
public final class Rounds implements AutoCloseable {

    private final ScheduledExecutorService thread;

    /**
     * No work yet.
     *
     * @param name of the thread
     */
    public Rounds(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread one = new Thread(work, name);
            one.setDaemon(true);
            return one;
        });
    }

    /** Adds work: its first round comes after {@code first}, each further one {@code pause} after the end of the last. */
    public Rounds every(Duration first, Duration pause, Runnable work) {
        // nothing to learn from it: a round never throws
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                () -> round(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Does work once more beside its rounds, as soon as none is under way; no more when closed. */
    public void soon(Runnable work) {
        try {
            thread.execute(() -> round(work));
        } catch (RejectedExecutionException closed) {
            // as with a round that does not begin any more
        }
    }

    private static void round(Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            Thread own = Thread.currentThread();
            own.getUncaughtExceptionHandler().uncaughtException(own, failure);
        }
    }

    /** No further round begins; one under way goes on. */
    @Override
    public void close() {
        thread.shutdown();
    }

    /** {@link #close()}, then waits for the round under way, and interrupts it when it takes longer than {@code patience}. */
    public void close(Duration patience) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
