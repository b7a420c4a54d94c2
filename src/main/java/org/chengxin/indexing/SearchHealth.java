package org.chengxin.indexing;

import org.chengxin.platform.Degraded;
import org.chengxin.search.SearchEngine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Whether searches are answered; part of the readiness. Needs no store: search goes on while that is away. */
final class SearchHealth extends AbstractHealthIndicator {

    private static final String AWAY = "the search engine does not answer; changes wait for it";

    private final SearchEngine engine;

    SearchHealth(SearchEngine engine) {
        super("the search engine could not be asked");
        this.engine = engine;
    }

    /** What is told of an engine that does not answer. */
    static String away(SearchEngine engine) {
        String trouble = engine.trouble();
        return trouble == null ? AWAY : AWAY + " (" + trouble + ')';
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (!engine.answers() && !engine.needsRebuild()) {
            builder.status(Degraded.STATUS).withDetail("reason", away(engine));
        } else if (!engine.answers()) {
            // of an index that all nodes share no other node knows more
            builder.status(engine.isShared() ? Degraded.STATUS : Status.DOWN)
                    .withDetail("reason", "the index is damaged or gone and is built anew");
        } else {
            builder.up();
        }
    }
}
