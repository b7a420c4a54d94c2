package org.chengxin.subject;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the divisions every place is named by. */
@Configuration(proxyBeanMethods = false)
class SubjectConfiguration {

    @Bean
    Regions regions() {
        return Regions.load();
    }
}
