package org.chengxin.site;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.subject.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * An address bound to a subject: a domain with all of its pages, or a shop page on a platform with what lies below it. A
 * domain does not stand for its subdomains, on which others may publish. The script has the same rule in
 * {@code frontend/src/widget/sites.ts}; {@code bound-sites.tsv} holds both to it.
 *
 * @param host in ASCII and lower case, without {@code www.} or {@code m.}
 * @param path without a slash at the end, empty for all of a domain
 * @param query parameters that name the page, decoded
 */
public record BoundSite(String host, String path, Map<String, String> query) {

    /** The same site for a phone, or for a browser. */
    private static final Pattern FACE = Pattern.compile("^(?:www|m|wap|mobile|h5|3g|touch)\\.(?=.*\\.)");

    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

    /** The address of an identifier; empty when it is none, or when it would bind the whole of a platform to a shop. */
    public static Optional<BoundSite> of(Identifier identifier) {
        if (!identifier.scheme().site()) {
            return Optional.empty();
        }
        return read(SCHEME.matcher(identifier.value()).replaceFirst("https://"))
                .filter(site -> identifier.scheme() == Identifier.Scheme.DOMAIN || site.isPage());
    }

    /** The address of a page as a browser tells it; empty when it tells none. */
    public static Optional<BoundSite> page(@Nullable String address) {
        return address == null || !SCHEME.matcher(address).lookingAt() ? Optional.empty() : read(address);
    }

    /** The address of a page as people type it, with a scheme or without; empty when it is none. */
    public static Optional<BoundSite> typed(String address) {
        String stripped = address.strip();
        return page(stripped.contains("://") ? stripped : "https://" + stripped);
    }

    private static Optional<BoundSite> read(String address) {
        try {
            URI uri = URI.create(address.contains("://") ? address : "https://" + address);
            String authority = uri.getRawAuthority();
            if (authority == null) {
                return Optional.empty();
            }
            String name = authority.replaceFirst("^.*@", "").replaceFirst(":\\d*$", "");
            String host = IDN.toASCII(name).toLowerCase(Locale.ROOT);
            String path = URI.create(uri.toASCIIString()).getRawPath();
            return Optional.of(new BoundSite(
                    FACE.matcher(host).replaceFirst(""), path.replaceFirst("/+$", ""), parameters(uri.getRawQuery())));
        } catch (IllegalArgumentException unreadable) {
            // no address: it binds nothing, and no page can be at it
            return Optional.empty();
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int at = pair.indexOf('=');
            parameters.putIfAbsent(
                    decoded(at < 0 ? pair : pair.substring(0, at)), at < 0 ? "" : decoded(pair.substring(at + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Whether it names a page, and not a whole domain. */
    public boolean isPage() {
        return !path.isEmpty() || !query.isEmpty();
    }

    /** Whether a page is this one or lies below it. */
    public boolean covers(BoundSite page) {
        return page.host.equals(host)
                && (page.path + "/").startsWith(path + "/")
                && page.query.entrySet().containsAll(query.entrySet());
    }

    /** As a reader and the script read it: no scheme. */
    public String address() {
        StringBuilder address = new StringBuilder(host).append(path);
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
