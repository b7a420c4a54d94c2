package org.chengxin.portal.api;

import org.chengxin.search.Understanding;
import org.springframework.web.server.ServerWebExchange;

/** Keeps answers to personal queries out of every cache. */
final class Privacy {

    private Privacy() {}

    static void keepOutOfCaches(ServerWebExchange exchange, Understanding understood) {
        if (understood.as() == Understanding.As.IDENTITY_NUMBER) {
            exchange.getResponse().getHeaders().setCacheControl("no-store");
        }
    }
}
