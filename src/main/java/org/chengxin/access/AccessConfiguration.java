package org.chengxin.access;

import java.time.Clock;
import org.chengxin.platform.store.StoreCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts keys before the API. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    ApiKeys apiKeys(ApiKeyStore keys, StoreCalls store, Clock clock) {
        return new ApiKeys(keys, store, clock);
    }

    @Bean
    ApiKeyFilter apiKeyFilter(ApiKeys keys) {
        return new ApiKeyFilter(keys);
    }
}
