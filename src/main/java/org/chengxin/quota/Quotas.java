package org.chengxin.quota;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** The port to what keeps count of requests: in the process, or shared by several nodes. */
public interface Quotas {

    /** Takes requests from a client's allowance: all of them, or none when fewer are left. */
    Mono<Decision> take(Policy policy, String client, long requests);

    /**
     * An allowance.
     *
     * @param name stable name, stands in the {@code RateLimit} fields
     * @param requests how many requests fit into one window
     * @param window length of the window
     */
    record Policy(String name, long requests, Duration window) {}

    /**
     * What came of a request.
     *
     * @param remaining requests left at this moment
     * @param reset time until the allowance is whole again, or until the next request is allowed when it was refused
     */
    record Decision(boolean allowed, long remaining, Duration reset) {}
}
