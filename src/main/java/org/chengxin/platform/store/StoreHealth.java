package org.chengxin.platform.store;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

/** Health of the store as a reader meets it: whether it answers within the time readers are given. */
final class StoreHealth extends AbstractReactiveHealthIndicator {

    private final StoreCalls store;
    private final JdbcClient jdbc;

    StoreHealth(StoreCalls store, JdbcClient jdbc) {
        super("the store could not be asked");
        this.store = store;
        this.jdbc = jdbc;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return store.call(() -> jdbc.sql("select 1").query(Integer.class).single())
                .map(answer -> builder.up().build())
                .onErrorResume(away -> Mono.just(
                        builder.down().withDetail("reason", "no answer in time").build()));
    }
}
