package org.chengxin.platform.nodes;

import org.chengxin.platform.Degraded;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether Redis answers: without it the portal serves, with quotas of its own and nothing cached. */
final class RedisHealth extends AbstractHealthIndicator {

    private final Redis redis;

    RedisHealth(Redis redis) {
        super("Redis could not be asked");
        this.redis = redis;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (redis.answers()) {
            builder.up();
        } else {
            builder.status(Degraded.STATUS)
                    .withDetail("reason", "out of reach: quotas are counted per node, nothing is cached");
        }
    }
}
