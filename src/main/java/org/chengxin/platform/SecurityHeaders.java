package org.chengxin.platform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sets the security headers of every answer; a door that needs others (an embedded frame) sets them anew. */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class SecurityHeaders implements WebFilter {

    /** Nothing inline, nothing from elsewhere, no framing. */
    static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** Data is not a document: it loads nothing. */
    static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** The PDF viewers of browsers run under the policy of the file and load their own parts. */
    static final String FILE_POLICY = "frame-ancestors 'none'";

    private static final String HSTS = "max-age=31536000";

    private static final Map<String, String> PAGE = with(PAGE_POLICY, false);
    private static final Map<String, String> API = with(API_POLICY, true);
    private static final Map<String, String> PAGE_FILE = with(FILE_POLICY, false);
    private static final Map<String, String> API_FILE = with(FILE_POLICY, true);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        of(exchange.getRequest().getPath().value()).forEach(headers::set);
        if ("https".equals(exchange.getRequest().getURI().getScheme())) {
            headers.set("Strict-Transport-Security", HSTS);
        }
        return chain.filter(exchange);
    }

    /** The headers of an answer at a path, by name. */
    static Map<String, String> of(String path) {
        boolean api = path.startsWith("/api/");
        if (path.endsWith(".pdf")) {
            return api ? API_FILE : PAGE_FILE;
        }
        return api ? API : PAGE;
    }

    private static Map<String, String> with(String policy, boolean api) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", policy);
        headers.put("X-Content-Type-Options", "nosniff");
        // a query in the address may name a person: it goes to no other site
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (api) {
            // other search engines would keep what was repaired
            headers.put("X-Robots-Tag", "noindex, noarchive");
        }
        return Collections.unmodifiableMap(headers);
    }
}
