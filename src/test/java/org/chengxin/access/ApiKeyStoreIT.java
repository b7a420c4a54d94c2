package org.chengxin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.MovableClock;
import org.chengxin.TestStore;
import org.chengxin.shared.Ids;
import org.junit.jupiter.api.Test;

/** Keys from the day they are made until they are revoked, in a real store. */
class ApiKeyStoreIT {

    private final TestStore store = TestStore.fresh();
    private final MovableClock clock = new MovableClock(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ZERO);
    private final ApiKeyStore keys = new ApiKeyStore(store.jdbc, new Ids(new SecureRandom()), clock);

    @Test
    void onlyAHashIsKeptAndTheKeyEndsAndIsRevoked() {
        ApiKeyStore.Created made = keys.create(
                "平台甲",
                Set.of(Scope.RESTRICTIONS),
                List.of("https://Shop.Example.cn/page", "商城.example.cn"),
                50,
                clock.instant().plus(Duration.ofDays(2)),
                "tester");
        ApiKeyStore.Created other = keys.create("平台乙", Set.of(), List.of(), 1, null, "tester");
        assertThat(made.secret()).matches("cxk_[0-9a-z]{36}").isNotEqualTo(other.secret());
        assertThat(store.jdbc
                        .sql("select a::text from api_key a")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(row -> row.contains(made.secret().substring(4)));

        Map<String, ApiKey> known = keys.byHash();
        ApiKey key = known.get(ApiKeyStore.hash(made.secret()));
        assertThat(key.holder()).isEqualTo("平台甲");
        assertThat(key.scopes()).containsExactly(Scope.RESTRICTIONS);
        assertThat(key.domains()).containsExactly("shop.example.cn", "xn--czru2d.example.cn");
        assertThat(key.servesPagesOf("https://shop.example.cn:8443")).isTrue();
        assertThat(key.servesPagesOf("https://evil-shop.example.cn")).isFalse();
        assertThat(key.servesPagesOf("https://shop.example.cn.evil.net")).isFalse();
        assertThat(key.servesPagesOf("null")).isFalse();
        assertThat(key.servesPagesOf(null)).isFalse();
        assertThat(known.get(ApiKeyStore.hash(other.secret())).servesPagesOf(null))
                .isTrue();
        assertThat(key.holds(clock.instant())).isTrue();
        clock.move(Duration.ofDays(2));
        assertThat(key.holds(clock.instant())).isFalse();

        assertThat(keys.revoke(other.key().id(), "tester").orElseThrow().holds(clock.instant()))
                .isFalse();
        assertThat(keys.revoke("none", "tester")).isEmpty();
        assertThat(keys.all()).extracting(ApiKey::holder).containsExactly("平台甲", "平台乙");
        assertThat(keys.all().get(1).revokedAt()).isNotNull();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> keys.create("甲", Set.of(), List.of("no domain"), 1, null, "tester"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no domain");
        assertThatThrownBy(() -> keys.create("甲", Set.of(), List.of(), 1, clock.instant(), "tester"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
