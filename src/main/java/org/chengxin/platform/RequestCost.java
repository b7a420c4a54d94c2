package org.chengxin.platform;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a request costs beyond the one it was counted as when it came: a body of fifty questions is fifty. Whoever counts
 * puts it on the exchange; without quotas there is none and everything is free.
 */
@FunctionalInterface
public interface RequestCost {

    /** Takes more from the client's allowance; an error with a 429 problem when there is not that much left. */
    Mono<Void> more(long requests);

    /** Puts the cost on a request before anything answers it. */
    static void count(ServerWebExchange exchange, RequestCost cost) {
        exchange.getAttributes().put(RequestCost.class.getName(), cost);
    }

    /** The cost of a request. */
    static RequestCost of(ServerWebExchange exchange) {
        RequestCost cost = exchange.getAttribute(RequestCost.class.getName());
        return cost == null ? free -> Mono.empty() : cost;
    }
}
