package org.chengxin.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreSample;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Counts imported rows from the runs the store keeps, so that those of commands beside the portal are counted too. */
@Component
@ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
final class ImportMeters implements MeterBinder {

    private final StoreSample<ImportRuns.Totals> totals;

    ImportMeters(StoreCalls store, ImportRuns runs) {
        this.totals = new StoreSample<>(store, runs::totals);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        rows(registry, "inserted", ImportCounts::inserted);
        rows(registry, "updated", ImportCounts::updated);
        rows(registry, "unchanged", ImportCounts::unchanged);
        rows(registry, "skipped", ImportCounts::skipped);
        rows(registry, "refused", ImportCounts::refused);
        Gauge.builder("chengxin.import.unfinished", totals, x -> {
                    ImportRuns.Totals now = x.now();
                    return now == null ? Double.NaN : now.unfinished();
                })
                .description("imports under way, or killed and not taken up again")
                .register(registry);
    }

    private void rows(MeterRegistry registry, String result, ToLongFunction<ImportCounts> of) {
        FunctionCounter.builder("chengxin.import.rows", totals, x -> {
                    ImportRuns.Totals last = x.last();
                    return last == null ? 0 : of.applyAsLong(last.counts());
                })
                .description("rows taken from files, by what became of them")
                .tag("result", result)
                .register(registry);
    }
}
