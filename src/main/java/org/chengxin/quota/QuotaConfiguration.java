package org.chengxin.quota;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.chengxin.platform.ChengxinProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts quotas before the API and the pages unless {@code chengxin.quota.enabled} is false. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chengxin.quota.enabled", matchIfMissing = true)
class QuotaConfiguration {

    @Bean
    Quotas quotas(ChengxinProperties properties) {
        return new BucketQuotas(properties.quota().clients(), TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    QuotaFilter quotaFilter(Quotas quotas, ChengxinProperties properties, MeterRegistry meters) {
        return new QuotaFilter(quotas, properties.quota(), meters);
    }
}
