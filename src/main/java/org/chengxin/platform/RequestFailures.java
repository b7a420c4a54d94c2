package org.chengxin.platform;

import io.netty.channel.ChannelException;
import java.io.IOException;
import org.chengxin.shared.Masks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.CodecException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.channel.AbortedException;

/**
 * Tells in the log what failed and never what was asked: the door in place of the address, numbers of persons masked, and
 * nothing suppressed, where Reactor notes the whole address.
 */
public final class RequestFailures {

    private static final Logger log = LoggerFactory.getLogger(RequestFailures.class);

    private RequestFailures() {}

    /** Writes a failure of ours; a client that went away, was too slow or broke off is none. */
    public static void log(ServerWebExchange exchange, Throwable failure) {
        if (!isOfTheClient(failure)) {
            ServerHttpRequest request = exchange.getRequest();
            Object door = exchange.getAttributeOrDefault(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "none");
            log.error("request {} {} {} failed", request.getId(), request.getMethod(), door, new Told(failure));
        }
    }

    /** A failure that came when its request had been answered already, so that nobody waits for it. */
    static void logLate(Throwable failure) {
        if (!isOfTheClient(failure)) {
            log.warn("after its answer a request failed", new Told(failure));
        }
    }

    private static boolean isOfTheClient(Throwable failure) {
        return failure instanceof AbortedException
                // the time limits of the server on reading a request
                || failure instanceof ChannelException
                || failure instanceof CodecException
                || (failure instanceof IOException && AbortedException.isConnectionReset(failure));
    }

    /** A failure and its causes as they are logged. */
    private static final class Told extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Told(Throwable failure) {
            super(
                    Masks.freeText(failure.toString()),
                    failure.getCause() == null ? null : new Told(failure.getCause()),
                    false,
                    true);
            setStackTrace(failure.getStackTrace());
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // its own name would stand before that of the failure
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
