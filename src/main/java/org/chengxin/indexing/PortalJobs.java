package org.chengxin.indexing;

import org.chengxin.platform.store.OneNode;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does, on one node of the running portal, what commands started beside it ask for; an unfinished job is done again after a kill. */
final class PortalJobs implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(PortalJobs.class);

    private final JdbcClient jdbc;
    private final IndexTasks tasks;
    private final StoreOutage outage;
    private final OneNode nodes;

    PortalJobs(JdbcClient jdbc, IndexTasks tasks, StoreOutage outage, OneNode nodes) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.nodes = nodes;
        this.outage = outage;
    }

    private record Job(long id, String kind, String argument) {}

    @Override
    public void run() {
        try {
            nodes.unlessElsewhere("jobs", this::all);
        } catch (RuntimeException failure) {
            if (StoreCalls.isAway(failure)) {
                outage.met(failure);
            } else {
                log.error("jobs cannot be read", failure);
            }
        }
    }

    private void all() {
        jdbc.sql("update job set started_at = clock_timestamp() where finished_at is null"
                        + " returning id, kind, coalesce(argument, '') as argument")
                .query((row, number) -> new Job(row.getLong("id"), row.getString("kind"), row.getString("argument")))
                .list()
                .forEach(this::work);
    }

    private void work(Job job) {
        String result = null;
        String failed = null;
        try {
            result = tasks.run(job.kind, job.argument);
        } catch (RuntimeException failure) {
            log.error("job {} ({}) failed", job.id, job.kind, failure);
            failed = failure.toString();
        }
        jdbc.sql("update job set finished_at = clock_timestamp(), result = :result, failure = :failed where id = :id")
                .param("result", result)
                .param("failed", failed)
                .param("id", job.id)
                .update();
    }
}
