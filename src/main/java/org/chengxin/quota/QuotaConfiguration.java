package org.chengxin.quota;

import io.github.bucket4j.TimeMeter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts quotas before the API unless {@code chengxin.quota.enabled} is false. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chengxin.quota.enabled", matchIfMissing = true)
@EnableConfigurationProperties(QuotaProperties.class)
class QuotaConfiguration {

    @Bean
    Quotas quotas(QuotaProperties properties) {
        return new BucketQuotas(properties.clients(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    @Bean
    QuotaFilter quotaFilter(Quotas quotas, QuotaProperties properties) {
        return new QuotaFilter(quotas, properties);
    }
}
