package org.chengxin.indexing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index of a serving portal: brought up to the store, then following it, and rebuilt when asked. */
public final class Indexing implements AutoCloseable {

    private final Projection projection;
    private final ReindexJobs jobs;
    private final ScheduledExecutorService asked = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "reindex");
        thread.setDaemon(true);
        return thread;
    });

    Indexing(Projection projection, JdbcClient jdbc) {
        this.projection = projection;
        this.jobs = new ReindexJobs(jdbc, projection);
    }

    /** Returns when all that is committed now can be found. */
    public void start() {
        projection.open();
        projection.follow();
        asked.scheduleWithFixedDelay(jobs, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        asked.shutdown();
        projection.close();
    }
}
