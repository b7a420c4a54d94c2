package org.chengxin.platform.nodes;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * The port to what remembers things for a while: in the process, or in Redis for all nodes. May forget anything at any
 * moment, and never fails: what cannot be asked is as if forgotten.
 */
public interface Memory {

    /** What was put under a key; empty when that was never, is too long ago or was forgotten. */
    Mono<byte[]> get(String key);

    /**
     * Remembers a value, in place of what the key had.
     *
     * @param keep for how long, a millisecond at least
     */
    Mono<Void> put(String key, byte[] value, Duration keep);
}
