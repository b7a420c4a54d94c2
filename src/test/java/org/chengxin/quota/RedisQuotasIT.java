package org.chengxin.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.chengxin.RealRedis;
import org.chengxin.platform.nodes.Redis;
import org.chengxin.platform.nodes.Redises;
import org.chengxin.quota.Quotas.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisQuotasIT extends QuotasContract {

    private RealRedis server;
    private Redis one;
    private Redis other;
    private Quotas quotas;

    @BeforeEach
    void connect() {
        server = new RealRedis();
        one = Redises.connected(server);
        other = Redises.connected(server);
        quotas = node(one);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        server.close();
    }

    private Quotas node(Redis redis) {
        return new RedisQuotas(redis, new BucketQuotas(100, time), time);
    }

    @Override
    Quotas quotas() {
        return quotas;
    }

    @Test
    void nodesCountTogether() {
        Quotas second = node(other);
        assertThat(take("shared").remaining()).isEqualTo(2);
        assertThat(second.take(three, "shared", 1).block().remaining()).isEqualTo(1);
        assertThat(take("shared").remaining()).isZero();
        assertThat(second.take(three, "shared", 1).block().allowed()).isFalse();
    }

    @Test
    void withoutRedisEachNodeCountsForItselfAndTogetherAgainAfterwards() {
        assertThat(take("a").remaining()).isEqualTo(2);
        server.kill();
        Policy two = new Policy("two", 2, Duration.ofSeconds(60));
        assertThat(quotas.take(two, "a", 1).block().allowed()).isTrue();
        assertThat(quotas.take(two, "a", 1).block().allowed()).isTrue();
        assertThat(quotas.take(two, "a", 1).block().allowed())
                .as("still counted")
                .isFalse();
        Redises.await(() -> !Redises.answers(one) && !Redises.answers(other));
        server.start();
        Quotas second = node(other);
        Redises.await(() -> Redises.answers(one) && Redises.answers(other));
        long before = take("b").remaining();
        assertThat(second.take(three, "b", 1).block().remaining()).isEqualTo(before - 1);
    }
}
