package org.chengxin.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengxin.shared.Codes;
import org.chengxin.shared.Ids;
import org.chengxin.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the hashes of keys. Blocks; call it off the event loop. */
@Component
public class ApiKeyStore {

    /** Tells a key from other secrets, to people and to what looks for secrets that slipped out. */
    private static final String PREFIX = "cxk_";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    public ApiKeyStore(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new key: the only moment in which it is known.
     *
     * @param secret what its holder sends
     */
    public record Created(ApiKey key, String secret) {}

    /**
     * Makes a key.
     *
     * @param domains as people write them
     * @param expiresAt null for never
     * @throws IllegalArgumentException when one of the domains is none, or the end has come already
     */
    public Created create(
            String holder,
            Set<Scope> scopes,
            Collection<String> domains,
            int perMinute,
            @Nullable Instant expiresAt,
            String by) {
        Instant now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new IllegalArgumentException("到期时间已过 (the end has come already): " + expiresAt);
        }
        Set<String> hosts = new TreeSet<>();
        for (String domain : domains) {
            hosts.add(ApiKey.host(domain)
                    .orElseThrow(() -> new IllegalArgumentException("不是域名 (not a domain): " + domain)));
        }
        String secret = PREFIX + ids.next() + ids.next() + ids.next();
        ApiKey key = new ApiKey(ids.next(), holder, scopes, List.copyOf(hosts), perMinute, now, expiresAt, null);
        jdbc.sql(
                        """
                        insert into api_key (id, hash, holder, scopes, domains, per_minute, created_by, created_at, expires_at)
                        values (:id, :hash, :holder, :scopes, :domains, :perMinute, :by, :now, :expires)""")
                .param("id", key.id())
                .param("hash", Sha256.of(secret))
                .param("holder", holder)
                .param("scopes", scopes.stream().map(Scope::code).toArray(String[]::new))
                .param("domains", hosts.toArray(String[]::new))
                .param("perMinute", perMinute)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt))
                .update();
        return new Created(key, secret);
    }

    /** All keys, the oldest first; those that are refused too. */
    public List<ApiKey> all() {
        return jdbc.sql("select * from api_key order by created_at, id")
                .query((row, number) -> key(row))
                .list();
    }

    /** All keys by {@link #hash}. */
    public Map<String, ApiKey> byHash() {
        Map<String, ApiKey> keys = new HashMap<>();
        jdbc.sql("select * from api_key").query(row -> {
            keys.put(HexFormat.of().formatHex(row.getBytes("hash")), key(row));
        });
        return keys;
    }

    /** Under what a key is kept. */
    static String hash(String secret) {
        return HexFormat.of().formatHex(Sha256.of(secret));
    }

    /** Revokes a key for good; empty when there is none with this id. What was revoked before stays as it was. */
    public Optional<ApiKey> revoke(String id, String by) {
        jdbc.sql("update api_key set revoked_at = :now, revoked_by = :by where id = :id and revoked_at is null")
                .param("id", id)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select * from api_key where id = :id")
                .param("id", id)
                .query((row, number) -> key(row))
                .optional();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String code : texts(row.getArray("scopes"))) {
            // a scope that another release knew opens nothing here
            Codes.find(Scope.class, code).ifPresent(scopes::add);
        }
        return new ApiKey(
                row.getString("id"),
                row.getString("holder"),
                scopes,
                List.of(texts(row.getArray("domains"))),
                row.getInt("per_minute"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
