package org.chengxin.indexing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreSample;
import org.chengxin.search.SearchEngine;

/** What waits for the index, read when the metrics are; NaN while the store is away. */
final class LagMeters implements MeterBinder {

    private final StoreSample<Outbox.Lag> lag;
    private final SearchEngine engine;

    LagMeters(Projection projection, SearchEngine engine, StoreCalls store) {
        this.lag = new StoreSample<>(store, projection::lag);
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("chengxin.outbox.changes", this, x -> x.figure(Outbox.Lag::changes))
                .description("committed changes that are not in the index yet")
                .register(registry);
        Gauge.builder(
                        "chengxin.outbox.oldest",
                        this,
                        x -> x.figure(waiting -> waiting.oldest().toMillis() / 1000.0))
                .description("time that the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("chengxin.index.subjects", engine, x -> x.answers() ? x.size() : Double.NaN)
                .description("subjects in the index")
                .register(registry);
    }

    private double figure(ToDoubleFunction<Outbox.Lag> of) {
        Outbox.Lag now = lag.now();
        return now == null ? Double.NaN : of.applyAsDouble(now);
    }
}
