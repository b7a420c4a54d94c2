package org.chengxin.portal.api;

import org.chengxin.search.Suggestions;
import org.chengxin.search.Understanding;
import org.springframework.web.server.ServerWebExchange;

/** Keeps answers to personal queries out of every cache. */
final class Privacy {

    private Privacy() {}

    static void keepOutOfCaches(ServerWebExchange exchange, Understanding understood) {
        if (understood.as().personal()) {
            exchange.getResponse().getHeaders().setCacheControl("no-store");
        }
    }

    /** Suggestions do not say what was typed; for a personal number there are none, and none are not worth keeping. */
    static void keepOutOfCachesIfEmpty(ServerWebExchange exchange, Suggestions suggestions) {
        if (suggestions.items().isEmpty()) {
            exchange.getResponse().getHeaders().setCacheControl("no-store");
        }
    }
}
