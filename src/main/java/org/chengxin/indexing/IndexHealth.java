package org.chengxin.indexing;

import java.time.Duration;
import org.chengxin.platform.Degraded;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.search.SearchEngine;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

/** Health of the index: how far it is behind the store, and whether it is being rebuilt. */
final class IndexHealth extends AbstractReactiveHealthIndicator {

    private final Projection projection;
    private final SearchEngine engine;
    private final StoreCalls store;
    private final Duration longestLag;

    IndexHealth(Projection projection, SearchEngine engine, StoreCalls store, Duration longestLag) {
        super("the index could not be asked");
        this.projection = projection;
        this.engine = engine;
        this.store = store;
        this.longestLag = longestLag;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        builder.withDetail("rebuilding", projection.rebuilding());
        if (projection.rebuilding()) {
            builder.withDetail("rebuildingSeconds", projection.rebuildingFor().toSeconds());
        }
        return store.call(projection::lag)
                .map(lag -> judged(builder, lag))
                .onErrorResume(away -> Mono.just(builder.status(Status.UNKNOWN)
                        .withDetail("reason", "the store does not say what is waiting")
                        .build()));
    }

    private Health judged(Health.Builder builder, Outbox.Lag lag) {
        builder.withDetail("waitingChanges", lag.changes())
                .withDetail("oldestWaitingSeconds", lag.oldest().toSeconds());
        if (engine.needsRebuild()) {
            return builder.status(Degraded.STATUS)
                    .withDetail(
                            "reason",
                            engine.answers()
                                    ? "the index could not be written and is built anew"
                                    : "the index is damaged and is built anew")
                    .build();
        }
        if (!engine.answers()) {
            return builder.status(Degraded.STATUS)
                    .withDetail("reason", SearchHealth.away(engine))
                    .build();
        }
        builder.withDetail("subjects", engine.size());
        if (!engine.refused().isEmpty()) {
            return builder.status(Degraded.STATUS)
                    .withDetail("refusedDocuments", engine.refused())
                    .withDetail("reason", "the search engine does not take some documents")
                    .build();
        }
        return lag.oldest().compareTo(longestLag) > 0
                ? builder.status(Degraded.STATUS)
                        .withDetail("reason", "a change has waited for more than " + longestLag.toSeconds() + " s")
                        .build()
                : builder.up().build();
    }
}
