package org.chengxin.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * As whom a request is counted when its sender is known by more than an address. Whoever knows it puts it on the exchange
 * before requests are counted.
 *
 * @param name stable, told to nobody
 * @param requestsPerMinute the allowance of its own
 */
public record Caller(String name, long requestsPerMinute) {

    /** Has a request counted as this one's. */
    public void countFor(ServerWebExchange exchange) {
        exchange.getAttributes().put(Caller.class.getName(), this);
    }

    /** Who a request is counted as; null when only its address is known. */
    public static @Nullable Caller of(ServerWebExchange exchange) {
        return exchange.getAttribute(Caller.class.getName());
    }
}
