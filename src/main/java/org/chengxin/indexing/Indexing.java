package org.chengxin.indexing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index of a serving portal: brought up to the store, then following it, and rebuilt when asked. */
public final class Indexing implements AutoCloseable {

    private static final long JOB_POLL_MILLIS = 500;

    private final Projection projection;
    private final PortalJobs jobs;
    private final ScheduledExecutorService asked = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "jobs");
        thread.setDaemon(true);
        return thread;
    });

    Indexing(Projection projection, IndexTasks tasks, JdbcClient jdbc) {
        this.projection = projection;
        this.jobs = new PortalJobs(jdbc, tasks);
    }

    /** Returns when all that is committed now can be found. */
    public void start() {
        projection.open();
        projection.follow();
        asked.scheduleWithFixedDelay(jobs, JOB_POLL_MILLIS, JOB_POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        asked.shutdown();
        projection.close();
    }
}
