package org.chengxin.indexing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rebuilds the index of the running portal when a command started beside it asks. */
final class ReindexJobs implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ReindexJobs.class);

    private final JdbcClient jdbc;
    private final Projection projection;

    ReindexJobs(JdbcClient jdbc, Projection projection) {
        this.jdbc = jdbc;
        this.projection = projection;
    }

    @Override
    public void run() {
        try {
            jdbc.sql("update job set started_at = clock_timestamp() where kind = 'reindex' and finished_at is null"
                            + " returning id")
                    .query(Long.class)
                    .list()
                    .forEach(this::rebuild);
        } catch (RuntimeException failure) {
            log.warn("jobs cannot be read now: {}", failure.getMessage());
        }
    }

    private void rebuild(long job) {
        String result;
        try {
            result = Long.toString(projection.rebuild());
        } catch (RuntimeException failure) {
            log.error("rebuild of the index failed", failure);
            result = "failed: " + failure.getMessage();
        }
        jdbc.sql("update job set finished_at = clock_timestamp(), result = :result where id = :id")
                .param("result", result)
                .param("id", job)
                .update();
    }
}
