package org.chengxin.quota;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.nodes.Redis;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts quotas before the API and the pages unless {@code chengxin.quota.enabled} is false. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chengxin.quota.enabled", matchIfMissing = true)
class QuotaConfiguration {

    @Bean
    Quotas quotas(ChengxinProperties properties, ObjectProvider<Redis> redis, Clock clock) {
        Quotas perNode = new BucketQuotas(properties.quota().clients(), TimeMeter.SYSTEM_NANOTIME);
        Redis shared = redis.getIfAvailable();
        return shared == null ? perNode : new RedisQuotas(shared, perNode, new WallTime(clock));
    }

    @Bean
    QuotaFilter quotaFilter(Quotas quotas, ChengxinProperties properties, MeterRegistry meters) {
        return new QuotaFilter(quotas, properties.quota(), meters);
    }
}
