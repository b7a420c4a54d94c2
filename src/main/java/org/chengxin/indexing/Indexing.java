package org.chengxin.indexing;

import java.time.Duration;
import org.chengxin.platform.store.StoreOutage;
import org.chengxin.shared.Rounds;

/** The index of a serving portal: brought up to the store, then following it, and rebuilt when asked. */
public final class Indexing implements AutoCloseable {

    private static final Duration JOB_POLL = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Projection projection;
    private final PortalJobs jobs;
    private final StoreOutage outage;
    private final Rounds asked = new Rounds("jobs");
    private final Rounds looks = new Rounds("store-outage");

    Indexing(Projection projection, PortalJobs jobs, StoreOutage outage) {
        this.projection = projection;
        this.jobs = jobs;
        this.outage = outage;
    }

    /** Returns when all that is committed now can be found, or another node sees to it, or the search engine is away. */
    public void start() {
        projection.openNowOrLater();
        projection.follow();
        asked.every(JOB_POLL, JOB_POLL, jobs);
        looks.every(LOOK, LOOK, outage::look);
    }

    @Override
    public void close() {
        looks.close();
        asked.close();
        projection.close();
    }
}
