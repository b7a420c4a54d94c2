package org.chengxin.platform;

import java.security.SecureRandom;
import java.time.Clock;
import org.chengxin.shared.Ids;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time, ids and settings for everything else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChengxinProperties.class)
class PlatformConfiguration {

    @Bean
    Clock clock(ChengxinProperties properties) {
        return Clock.system(properties.site().zone());
    }

    @Bean
    Ids ids() {
        return new Ids(new SecureRandom());
    }
}
