package org.chengxin.access;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys for tests of doors, by what they can do. */
public final class TestApiKeys {

    /** Has every scope. */
    public static final String FULL = "cxk_full";
    /** Has no scope, and an allowance of two requests a minute. */
    public static final String BARE = "cxk_bare";
    /** Has every scope, for pages of {@code shop.example.cn} alone. */
    public static final String OF_PAGES = "cxk_pages";

    public static final String EXPIRED = "cxk_expired";
    public static final String REVOKED = "cxk_revoked";

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Set<Scope> ALL = Set.of(Scope.values());

    private TestApiKeys() {}

    /** A store that knows them. */
    public static ApiKeyStore store() {
        ApiKeyStore store = mock(ApiKeyStore.class);
        when(store.byHash())
                .thenReturn(Map.of(
                        ApiKeyStore.hash(FULL),
                        key("full", ALL, List.of(), 100_000, null, null),
                        ApiKeyStore.hash(BARE),
                        key("bare", Set.of(), List.of(), 2, null, null),
                        ApiKeyStore.hash(OF_PAGES),
                        key("pages", ALL, List.of("shop.example.cn"), 100_000, null, null),
                        ApiKeyStore.hash(EXPIRED),
                        key("expired", ALL, List.of(), 100, LONG_AGO, null),
                        ApiKeyStore.hash(REVOKED),
                        key("revoked", ALL, List.of(), 100, null, LONG_AGO)));
        return store;
    }

    private static ApiKey key(
            String id,
            Set<Scope> scopes,
            List<String> domains,
            int perMinute,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        return new ApiKey(id, "tester", scopes, domains, perMinute, LONG_AGO, expiresAt, revokedAt);
    }
}
