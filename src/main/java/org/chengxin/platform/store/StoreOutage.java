package org.chengxin.platform.store;

import java.time.Duration;
import org.chengxin.shared.FullDisk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

/**
 * Tells that the store is out of reach, once when it begins and once when it is over, however many meet it in between.
 */
public final class StoreOutage {

    private static final Logger log = LoggerFactory.getLogger(StoreOutage.class);
    private static final Duration LONGEST = StoreCalls.LIMIT.multipliedBy(2);

    private final StoreCalls store;
    private final JdbcClient jdbc;
    private @Nullable Long since;

    public StoreOutage(StoreCalls store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** Asks whether the store answers: background work would wait for minutes on one that hangs. Blocks some seconds. */
    public void look() {
        store.call(() -> jdbc.sql("select 1").query(Integer.class).single())
                .onErrorResume(failure -> Mono.fromRunnable(() -> met(failure)))
                .block(LONGEST);
    }

    /** The store did not do what it was asked, see {@link StoreCalls#isAway}. */
    public synchronized void met(Throwable failure) {
        if (since != null) {
            return;
        }
        since = System.nanoTime();
        if (FullDisk.isCauseOf(failure)) {
            log.warn(
                    "数据库所在磁盘已满；检索照常，写入等待空间 (the disk of the store is full; searches go on, what writes waits for space)");
        } else {
            log.warn("数据库连接不上；检索照常，其余等待，恢复后自动继续"
                    + " (the store is out of reach; searches go on, the rest waits and goes on by itself)");
        }
    }

    /** The store does again what it is asked. */
    public synchronized void over() {
        Long begun = since;
        if (begun != null) {
            since = null;
            log.info(
                    "数据库已恢复 (the store is back after {} s)",
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        }
    }
}
