package org.chengxin.quota;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.chengxin.platform.Caller;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ClientAddress;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.RequestCost;
import org.chengxin.quota.Quotas.Decision;
import org.chengxin.quota.Quotas.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts requests to the API, documents, pages, objections sent and codes of them looked up, by address or, of a {@link Caller}
 * with an allowance of its own, by that, and says on each answer what is left ({@code RateLimit} and {@code RateLimit-Policy}, draft-ietf-httpapi-ratelimit-headers-10); refuses with 429 what
 * is over.
 */
@Order(0)
final class QuotaFilter implements WebFilter {

    private static final String API = "/api/";
    private static final String DOCUMENT = ".pdf";
    private static final String OBJECTION = "/objections/new";
    private static final String FOLLOW = "/follow/";
    /** Styles, scripts and marks: parts of pages that were counted, and kept by browsers for a year. */
    private static final String ASSETS = "/assets/";

    private final Quotas quotas;
    private final ClientAddress clients;
    private final Policy requests;
    private final Policy reports;
    private final Policy objections;
    private final Policy follows;
    private final Policy pages;
    private final MeterRegistry meters;

    QuotaFilter(Quotas quotas, ChengxinProperties.Quota settings, MeterRegistry meters) {
        this.quotas = quotas;
        this.meters = meters;
        this.clients = new ClientAddress(settings.trustedProxies());
        this.requests = new Policy("requests", settings.requestsPerMinute(), Duration.ofMinutes(1));
        this.reports = new Policy("reports", settings.reportsPerMinute(), Duration.ofMinutes(1));
        this.objections = new Policy("objections", settings.objectionsPerTenMinutes(), Duration.ofMinutes(10));
        this.follows = new Policy("follows", settings.followsPerMinute(), Duration.ofMinutes(1));
        this.pages = new Policy("pages", settings.pagesPerMinute(), Duration.ofMinutes(1));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        @Nullable Policy policy = policy(exchange);
        if (policy == null) {
            return chain.filter(exchange);
        }
        RequestCost.count(exchange, more -> more <= 0 ? Mono.empty() : take(exchange, policy, more));
        return take(exchange, policy, 1).then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Void> take(ServerWebExchange exchange, Policy policy, long requests) {
        if (requests > policy.requests()) {
            // no waiting would ever help
            return Mono.error(ProblemException.of(ProblemKind.BODY_TOO_LARGE));
        }
        return quotas.take(policy, clients.of(exchange), requests).flatMap(decision -> {
            announce(exchange, policy, decision);
            if (decision.allowed()) {
                return Mono.empty();
            }
            meters.counter("chengxin.quota.refusals", "policy", policy.name()).increment();
            return Mono.error(ProblemException.retryAfter(ProblemKind.TOO_MANY_REQUESTS, upToSecond(decision.reset())));
        });
    }

    /** The allowance a request is taken from, null for none. */
    private @Nullable Policy policy(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (path.startsWith(FOLLOW)) {
            return follows;
        }
        if (path.equals(OBJECTION) && request.getMethod().equals(HttpMethod.POST)) {
            return objections;
        }
        if (path.startsWith(ASSETS) || request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        if (!path.startsWith(API)) {
            return pages;
        }
        if (path.endsWith(DOCUMENT)) {
            return reports;
        }
        @Nullable Caller caller = Caller.of(exchange);
        return caller == null ? requests : new Policy("key", caller.requestsPerMinute(), Duration.ofMinutes(1));
    }

    private static void announce(ServerWebExchange exchange, Policy policy, Decision decision) {
        var headers = exchange.getResponse().getHeaders();
        headers.set(
                "RateLimit-Policy",
                "\"" + policy.name() + "\";q=" + policy.requests() + ";w="
                        + policy.window().toSeconds());
        headers.set(
                "RateLimit",
                "\"" + policy.name() + "\";r=" + decision.remaining() + ";t="
                        + upToSecond(decision.reset()).toSeconds());
    }

    private static Duration upToSecond(Duration duration) {
        return Duration.ofSeconds(duration.plusNanos(999_999_999).toSeconds());
    }
}
