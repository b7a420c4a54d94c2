package org.chengxin.platform.nodes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Remembers in the process, the least used forgotten first. */
final class ProcessMemory implements Memory {

    private final Cache<String, Kept> kept;

    private record Kept(byte[] value, Duration keep) {}

    /** @param bytes of keys and values together */
    ProcessMemory(long bytes, Ticker ticker) {
        kept = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String key, Kept one) -> 2 * key.length() + one.value.length)
                .expireAfter(Expiry.creating((String key, Kept one) -> one.keep))
                .ticker(ticker)
                .build();
    }

    @Override
    public Mono<byte[]> get(String key) {
        return Mono.fromSupplier(() -> {
            Kept found = kept.getIfPresent(key);
            return found == null ? null : found.value;
        });
    }

    @Override
    public Mono<Void> put(String key, byte[] value, Duration keep) {
        return Mono.fromRunnable(() -> {
            // an entry put again would go on with its old end
            kept.invalidate(key);
            kept.put(key, new Kept(value, keep));
        });
    }
}
