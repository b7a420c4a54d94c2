package org.chengxin.platform.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Two pools behind one data source. Calls a reader waits for, on threads of {@link #servingThread}, give up fast when the
 * store does not answer; work in the background (import, projection, migration) may take its time, and takes no
 * connection from the readers.
 */
final class StorePools extends AbstractRoutingDataSource implements AutoCloseable {

    /** Connections for readers: store calls at once. */
    static final int SERVING = 12;

    /** One of them listens to changes, some may hold a lock. */
    private static final int WORKING = 8;

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final HikariDataSource working;
    private final HikariDataSource serving;

    private enum Use {
        SERVING,
        WORKING
    }

    /** A thread on which a reader waits for the store. */
    private static final class ServingThread extends Thread {
        ServingThread(Runnable work) {
            super(work, "store-" + THREADS.incrementAndGet());
            setDaemon(true);
        }
    }

    static Thread servingThread(Runnable work) {
        return new ServingThread(work);
    }

    /**
     * Connects both pools.
     *
     * @param where address, user and password; anything else is set here
     */
    static StorePools connect(HikariConfig where) {
        HikariDataSource working = pool(where, "work", WORKING, Duration.ofSeconds(5), Duration.ofSeconds(120));
        try {
            return new StorePools(working, pool(where, "store", SERVING, Duration.ofSeconds(1), StoreCalls.LIMIT));
        } catch (RuntimeException failure) {
            working.close();
            throw failure;
        }
    }

    private StorePools(HikariDataSource working, HikariDataSource serving) {
        this.working = working;
        this.serving = serving;
        setTargetDataSources(Map.of(Use.WORKING, working, Use.SERVING, serving));
        afterPropertiesSet();
    }

    private static HikariDataSource pool(
            HikariConfig where, String name, int size, Duration forConnection, Duration forAnswer) {
        HikariConfig config = new HikariConfig();
        where.copyStateTo(config);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        // commands beside a portal share the server's connections with it
        config.setMinimumIdle(1);
        config.setConnectionTimeout(forConnection.toMillis());
        config.setValidationTimeout(forConnection.toMillis() / 2);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "chengxin-" + name);
        // a failure that is logged shall not hold the values of the row it happened on
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // no answer of the store may hang a caller for ever
        config.addDataSourceProperty("socketTimeout", Long.toString(forAnswer.toSeconds()));
        config.addDataSourceProperty("connectTimeout", Long.toString(forConnection.toSeconds()));
        return new HikariDataSource(config);
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return Thread.currentThread() instanceof ServingThread ? Use.SERVING : Use.WORKING;
    }

    /** Puts figures of both pools into a registry. */
    void measureBy(MetricsTrackerFactory meters) {
        for (HikariDataSource pool : List.of(serving, working)) {
            if (pool.getMetricsTrackerFactory() == null) {
                pool.setMetricsTrackerFactory(meters);
            }
        }
    }

    @Override
    public void close() {
        serving.close();
        working.close();
    }
}
