package org.chengxin.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.chengxin.quota.Quotas.Decision;
import org.chengxin.quota.Quotas.Policy;
import org.junit.jupiter.api.Test;

/** What holds of every count, in the process or shared. */
abstract class QuotasContract {

    protected final AtomicLong nanos = new AtomicLong(TimeUnit.DAYS.toNanos(20_000));
    protected final Policy three = new Policy("three", 3, Duration.ofSeconds(60));

    /** Time as the test moves it. */
    protected final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    };

    abstract Quotas quotas();

    @Test
    void refusesTheFourthAndAllowsAgainWhenOneHasGrownBack() {
        assertThat(take("a").remaining()).isEqualTo(2);
        take("a");
        assertThat(take("a")).isEqualTo(new Decision(true, 0, Duration.ofSeconds(60)));

        assertThat(take("a")).isEqualTo(new Decision(false, 0, Duration.ofSeconds(20)));

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(20));
        assertThat(take("a").allowed()).isTrue();
        assertThat(take("a").allowed()).isFalse();
    }

    @Test
    void countsClientsAndPoliciesApart() {
        for (int i = 0; i < 3; i++) {
            take("a");
        }
        assertThat(take("a").allowed()).isFalse();
        assertThat(take("b").allowed()).isTrue();
        Policy other = new Policy("other", 1, Duration.ofSeconds(60));
        assertThat(quotas().take(other, "a", 1).block().allowed()).isTrue();
    }

    @Test
    void takesAllOrNone() {
        assertThat(quotas().take(three, "many", 2).block().remaining()).isEqualTo(1);
        Decision refused = quotas().take(three, "many", 2).block();
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.remaining()).isEqualTo(1);
        assertThat(take("many").allowed()).isTrue();
    }

    protected Decision take(String client) {
        return quotas().take(three, client, 1).block();
    }
}
