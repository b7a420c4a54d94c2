package org.chengxin.indexing;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What the projection measures of its own work. */
final class IndexMeters {

    private final Timer delay;
    private final LongTaskTimer rebuilding;

    IndexMeters(MeterRegistry registry) {
        this.delay = Timer.builder("chengxin.index.delay")
                .description("from the commit of a change until it is in the index; the oldest change of each batch")
                .register(registry);
        this.rebuilding = LongTaskTimer.builder("chengxin.index.rebuild.active")
                .description("rebuilds of the index under way")
                .register(registry);
    }

    /** A batch is in the index. */
    void applied(Duration sinceOldestCommit) {
        delay.record(sinceOldestCommit);
    }

    long rebuild(LongSupplier work) {
        LongTaskTimer.Sample sample = rebuilding.start();
        try {
            return work.getAsLong();
        } finally {
            sample.stop();
        }
    }

    boolean rebuilding() {
        return rebuilding.activeTasks() > 0;
    }

    Duration rebuildingFor() {
        return Duration.ofMillis((long) rebuilding.duration(TimeUnit.MILLISECONDS));
    }
}
