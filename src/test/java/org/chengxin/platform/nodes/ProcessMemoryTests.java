package org.chengxin.platform.nodes;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessMemoryTests extends MemoryContract {

    private final AtomicLong nanos = new AtomicLong();
    private final Memory memory = new ProcessMemory(1_000_000, nanos::get);

    @Override
    Memory memory() {
        return memory;
    }

    @Override
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void neverHoldsMoreThanItMay() {
        byte[] large = new byte[100_000];
        for (int i = 0; i < 100; i++) {
            memory.put("key" + i, large, Duration.ofMinutes(1)).block();
        }
        // it is looked to on another thread, a moment later
        Redises.await(() -> held() < 20);
    }

    private long held() {
        return IntStream.range(0, 100)
                .filter(i -> memory.get("key" + i).block() != null)
                .count();
    }
}
