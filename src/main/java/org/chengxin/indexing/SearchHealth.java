package org.chengxin.indexing;

import org.chengxin.platform.Degraded;
import org.chengxin.search.SearchEngine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether searches are answered; part of the readiness. Needs no store: search goes on while that is away. */
final class SearchHealth extends AbstractHealthIndicator {

    static final String AWAY = "the search engine does not answer; changes wait for it";

    private final SearchEngine engine;

    SearchHealth(SearchEngine engine) {
        super("the search engine could not be asked");
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (!engine.answers() && !engine.needsRebuild()) {
            builder.status(Degraded.STATUS).withDetail("reason", AWAY);
        } else if (!engine.answers()) {
            builder.down().withDetail("reason", "the index is damaged and is built anew");
        } else {
            builder.up();
        }
    }
}
