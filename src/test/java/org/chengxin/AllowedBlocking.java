package org.chengxin;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * What may block on an event loop, and why; all else fails the test that does it. BlockHound is on in every test, by the
 * listener of {@code blockhound-junit-platform}; {@link BlockHoundTests} proves it.
 */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Netty 4.2 takes a lock of its own for a moment when its allocator grows; its integration forgets to say so
        builder.allowBlockingCallsInside(
                "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines");
        // Lettuce takes its own for a moment while a connection is lost or found; broken within, it never closes again
        for (String held : new String[] {"incrementWriters", "decrementWriters", "doExclusive"}) {
            builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", held);
        }
    }
}
