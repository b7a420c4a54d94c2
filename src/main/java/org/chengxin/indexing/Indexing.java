package org.chengxin.indexing;

import java.time.Duration;
import org.chengxin.shared.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index of a serving portal: brought up to the store, then following it, and rebuilt when asked. */
public final class Indexing implements AutoCloseable {

    private static final Duration JOB_POLL = Duration.ofMillis(500);

    private final Projection projection;
    private final PortalJobs jobs;
    private final Rounds asked = new Rounds("jobs");

    Indexing(Projection projection, IndexTasks tasks, JdbcClient jdbc) {
        this.projection = projection;
        this.jobs = new PortalJobs(jdbc, tasks);
    }

    /** Returns when all that is committed now can be found. */
    public void start() {
        projection.open();
        projection.follow();
        asked.every(JOB_POLL, JOB_POLL, jobs);
    }

    @Override
    public void close() {
        asked.close();
        projection.close();
    }
}
