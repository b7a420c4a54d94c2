package org.chengxin.search.elasticsearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cluster is reached and what its indices are like.
 *
 * @param urls its nodes, one at least
 * @param prefix beginning of the names of all indices and aliases of this portal
 * @param apiKey API key as Elasticsearch gives it out (Base64), null for none
 * @param user for basic authentication, null for none
 * @param password of that user
 * @param ca PEM file with the certificates that vouch for the nodes, null for those Java knows
 * @param shards primary shards of each index
 * @param replicas copies of each shard
 * @param refresh within which what was applied is searchable
 * @param connectTimeout for a connection to a node
 * @param searchTimeout for one request of a search
 * @param writeTimeout for one bulk request, and for changes of indices
 * @param bulkRequests bulk requests under way at once
 * @param bulkBytes size of a bulk request
 */
public record ElasticsearchSettings(
        List<URI> urls,
        String prefix,
        @Nullable String apiKey,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path ca,
        int shards,
        int replicas,
        Duration refresh,
        Duration connectTimeout,
        Duration searchTimeout,
        Duration writeTimeout,
        int bulkRequests,
        int bulkBytes) {

    /** @throws IllegalArgumentException naming the component that cannot be used */
    public ElasticsearchSettings {
        urls = List.copyOf(urls);
        check(!urls.isEmpty() && urls.stream().allMatch(ElasticsearchSettings::isNode), "urls");
        check(prefix.matches("[a-z0-9][a-z0-9_-]{0,60}"), "prefix");
        // a key and its id as they are, not encoded, are a usual mistake
        check(apiKey == null || apiKey.matches("[A-Za-z0-9+/=_-]+"), "api-key");
        check(user == null || !user.contains(":"), "user");
        check((user == null) == (password == null) && (user == null || apiKey == null), "password");
        check(shards >= 1 && shards <= 1024, "shards");
        check(replicas >= 0 && replicas <= 20, "replicas");
        check(isBetween(refresh, Duration.ofMillis(50), Duration.ofMinutes(1)), "refresh");
        check(isBetween(connectTimeout, Duration.ofMillis(50), Duration.ofMinutes(1)), "connect-timeout");
        check(isBetween(searchTimeout, Duration.ofMillis(50), Duration.ofMinutes(1)), "search-timeout");
        check(isBetween(writeTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10)), "write-timeout");
        check(bulkRequests >= 1 && bulkRequests <= 64, "bulk-requests");
        check(bulkBytes >= 1 << 16 && bulkBytes <= 64 << 20, "bulk-size");
    }

    private static void check(boolean usable, String name) {
        if (!usable) {
            throw new IllegalArgumentException(name);
        }
    }

    private static boolean isNode(URI url) {
        boolean plain = url.getRawQuery() == null && url.getRawUserInfo() == null && url.getRawFragment() == null;
        return plain && url.getHost() != null && List.of("http", "https").contains(url.getScheme());
    }

    private static boolean isBetween(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
}
