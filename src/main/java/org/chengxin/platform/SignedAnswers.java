package org.chengxin.platform;

import org.springframework.web.server.ServerWebExchange;

/** How a door says that its answer is to be signed, whether its reader asked for that or not. */
public final class SignedAnswers {

    private static final String SIGNED = SignedAnswers.class.getName();

    private SignedAnswers() {}

    /** Has the answer signed. */
    public static void sign(ServerWebExchange exchange) {
        exchange.getAttributes().put(SIGNED, true);
    }

    /** Whether the door wants it signed. */
    public static boolean wanted(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(SIGNED);
    }
}
