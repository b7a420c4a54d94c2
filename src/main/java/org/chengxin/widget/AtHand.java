package org.chengxin.widget;

import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers the script and marks that need not be read at once, before requests are counted and doors are looked for: pages of others
 * load them by the million, and the way to a door costs more than the answer. All else goes that way, marks that must be read
 * too. After the headers of every answer are set and long addresses are refused.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
final class AtHand implements WebFilter {

    private static final String DOORS = "/widget/v1/";

    private final Badges badges;
    private final WidgetReplies replies;

    AtHand(Badges badges, WidgetReplies replies) {
        this.badges = badges;
        this.replies = replies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        HttpMethod method = exchange.getRequest().getMethod();
        if (!path.startsWith(DOORS) || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            return chain.filter(exchange);
        }
        @Nullable Reply reply = reply(path, exchange);
        return reply == null ? chain.filter(exchange) : reply.answer(exchange);
    }

    private @Nullable Reply reply(String path, ServerWebExchange exchange) {
        if (path.equals(WidgetController.SCRIPT)) {
            return through(WidgetController.SCRIPT, exchange, replies.script(exchange));
        }
        @Nullable String id = part(path, WidgetController.PICTURE);
        if (id != null) {
            return mark(id, WidgetController.PICTURE, exchange, replies::picture);
        }
        id = part(path, WidgetController.STATED);
        if (id != null) {
            return mark(id, WidgetController.STATED, exchange, replies::forScript);
        }
        @Nullable String version = part(path, WidgetController.SCRIPT_VERSION);
        return version == null
                ? null
                : through(
                        WidgetController.SCRIPT_VERSION,
                        exchange,
                        replies.script(version, exchange).orElse(null));
    }

    private @Nullable Reply mark(
            String id, String door, ServerWebExchange exchange, BiFunction<Badge, ServerWebExchange, Reply> form) {
        @Nullable Badge badge = badges.atHand(id);
        return through(door, exchange, badge == null ? null : form.apply(badge, exchange));
    }

    /** Metrics and logs name the door, as they do of what went through it. */
    private static @Nullable Reply through(String door, ServerWebExchange exchange, @Nullable Reply reply) {
        if (reply != null) {
            Optional<ServerRequestObservationContext> observed =
                    ServerRequestObservationContext.findCurrent(exchange.getAttributes());
            observed.ifPresent(request -> request.setPathPattern(door));
        }
        return reply;
    }

    /** What stands in a path where its pattern has a variable; null when it is another path. */
    private static @Nullable String part(String path, String pattern) {
        int from = pattern.indexOf('{');
        int behind = pattern.length() - pattern.indexOf('}') - 1;
        boolean fits = path.length() > from + behind
                && path.startsWith(pattern.substring(0, from))
                && path.endsWith(pattern.substring(pattern.length() - behind));
        return fits ? path.substring(from, path.length() - behind) : null;
    }
}
