package org.chengxin.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.StartupFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses of an outside PostgreSQL are taken, and that no message holds a password. */
class StoreAddressTests {

    @Test
    void theFormOfHostingServicesBecomesAJdbcAddress() {
        assertThat(of("postgresql://adm:s%2Fecret@db.example.cn:5433/cx?sslmode=require"))
                .isEqualTo(
                        new StoreAddress("jdbc:postgresql://db.example.cn:5433/cx?sslmode=require", "adm", "s/ecret"));
        assertThat(of("jdbc:postgresql://db/cx")).isEqualTo(new StoreAddress("jdbc:postgresql://db/cx", "u", "p"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db:port/c?password=secret",
                "postgresql://u:secret@db:99999/c",
                "garbage",
                "postgresql://u:secret b/c",
                "postgresql://db",
                "jdbc:mysql://u:secret@db/c"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> of(url))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("CHENGXIN_POSTGRES_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void parametersAreNotShown() {
        assertThat(StoreAddress.shown("jdbc:postgresql://db/cx?user=u&password=secret"))
                .isEqualTo("jdbc:postgresql://db/cx");
    }

    private static StoreAddress of(String url) {
        return StoreAddress.of(new ChengxinProperties.Postgres(url, "u", "p"));
    }
}
