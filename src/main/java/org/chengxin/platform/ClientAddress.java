package org.chengxin.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells clients apart by address.
 *
 * @param trustedProxies how many proxies append to {@code X-Forwarded-For}: anything further left was written by the
 *     client itself and is not believed
 */
public record ClientAddress(int trustedProxies) {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int LONGEST = 64;

    /** As whom a request is counted: the {@link Caller} it is known to be of, or its address. */
    public String of(ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return caller == null ? of(exchange.getRequest()) : caller.name();
    }

    /** The address of a request; one name for a whole IPv6 network. */
    public String of(ServerHttpRequest request) {
        if (trustedProxies > 0) {
            List<String> hops = request.getHeaders().getOrEmpty(FORWARDED_FOR).stream()
                    .flatMap(line -> List.of(line.split(",")).stream())
                    .map(String::strip)
                    .filter(hop -> !hop.isEmpty() && hop.length() <= LONGEST)
                    .toList();
            if (hops.size() >= trustedProxies) {
                return hops.get(hops.size() - trustedProxies);
            }
        }
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null ? "unknown" : network(remote.getAddress());
    }

    /** IPv6 customers hold a whole /64 each: one address of it is no client. */
    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
                : address.getHostAddress();
    }
}
