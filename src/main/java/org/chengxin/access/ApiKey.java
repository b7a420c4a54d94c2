package org.chengxin.access;

import java.net.IDN;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of the API, without the key itself.
 *
 * @param id names it in lists; tells nothing of the key
 * @param holder who it was given to, in the operator's words
 * @param domains hosts in ASCII whose pages alone may use it; empty for a key of servers
 * @param perMinute requests a minute, counted over all addresses it is used from
 * @param expiresAt from when on it is refused, null for never
 * @param revokedAt when it was revoked, null while it was not
 */
public record ApiKey(
        String id,
        String holder,
        Set<Scope> scopes,
        List<String> domains,
        int perMinute,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything at a moment. */
    public boolean holds(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** Whether a request with this {@code Origin} (RFC 6454) may use it; null for a request of no page. */
    public boolean servesPagesOf(@Nullable String origin) {
        return domains.isEmpty()
                || (origin != null && host(origin).filter(domains::contains).isPresent());
    }

    /** Host of a domain as somebody writes it, or of an origin, in ASCII; empty when it is none. */
    static Optional<String> host(String written) {
        try {
            String address = written.strip();
            String host = URI.create(address.contains("://") ? address : "https://" + IDN.toASCII(address))
                    .getHost();
            return Optional.ofNullable(host).map(found -> IDN.toASCII(found).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unreadable) {
            // a text that is no address names no host
            return Optional.empty();
        }
    }
}
