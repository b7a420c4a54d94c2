package org.chengxin.platform.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the store for metrics. Figures read together share one look into the store; while it is away none waits
 * longer than a second for it. Blocks: not for event loops.
 */
public final class StoreSample<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long KEPT_NANOS = Duration.ofSeconds(3).toNanos();

    private final StoreCalls store;
    private final Callable<T> work;
    private long readAt = System.nanoTime() - KEPT_NANOS;
    private @Nullable T now;
    private @Nullable T last;

    /** @param work reads the figure; never returns null */
    public StoreSample(StoreCalls store, Callable<T> work) {
        this.store = store;
        this.work = work;
    }

    /** The figure as of the last seconds; null while the store is away. */
    public synchronized @Nullable T now() {
        if (System.nanoTime() - readAt >= KEPT_NANOS) {
            now = store.<T>call(work).timeout(PATIENCE).onErrorComplete().block();
            last = now == null ? last : now;
            readAt = System.nanoTime();
        }
        return now;
    }

    /** The figure as last read, for what may not go back; null when it was never read. */
    public synchronized @Nullable T last() {
        now();
        return last;
    }
}
