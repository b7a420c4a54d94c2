package org.chengxin.access;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.platform.Caller;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes the key of a request to the API ({@code Authorization: Bearer}, RFC 6750): refuses one that does not hold, also at
 * doors that need none, and has the request counted as its holder's. Comes before requests are counted.
 */
@Order(-10)
public final class ApiKeyFilter implements WebFilter {

    private static final String API = "/api/";
    private static final Pattern BEARER = Pattern.compile("\\s*Bearer(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE);

    private final ApiKeys keys;

    ApiKeyFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        @Nullable String sent = sent(request);
        if (sent == null
                || !request.getPath().value().startsWith(API)
                || request.getMethod().equals(HttpMethod.OPTIONS)) {
            return chain.filter(exchange);
        }
        return keys.find(sent)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemKind.KEY_INVALID)))
                .flatMap(key -> {
                    if (!key.servesPagesOf(request.getHeaders().getFirst(HttpHeaders.ORIGIN))) {
                        return Mono.error(ProblemException.of(ProblemKind.KEY_ORIGIN));
                    }
                    exchange.getAttributes().put(ApiKey.class.getName(), key);
                    new Caller("key:" + key.id(), key.perMinute()).countFor(exchange);
                    return chain.filter(exchange);
                });
    }

    /** What came as a key, blank for nothing; null when another scheme or none was used. */
    private static @Nullable String sent(ServerHttpRequest request) {
        @Nullable String credentials = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        Matcher bearer = BEARER.matcher(credentials == null ? "" : credentials);
        return bearer.matches()
                ? Objects.requireNonNullElse(bearer.group(1), "").strip()
                : null;
    }

    /**
     * Lets a request in that came with a key of this scope.
     *
     * @throws ProblemException 401 when it came without a key, 403 when its key has not that scope
     */
    public static void require(Scope scope, ServerWebExchange exchange) {
        ApiKey key = exchange.getAttribute(ApiKey.class.getName());
        if (key == null) {
            throw ProblemException.of(ProblemKind.KEY_REQUIRED);
        }
        if (!key.scopes().contains(scope)) {
            throw ProblemException.of(ProblemKind.KEY_SCOPE);
        }
    }
}
