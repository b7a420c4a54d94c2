package org.chengxin.site;

import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreChanges;
import org.chengxin.record.Archives;
import org.chengxin.subject.SubjectStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tells whose a site is. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    Sites sites(SubjectStore subjects, Archives archives, StoreCalls store, StoreChanges changes) {
        return new Sites(subjects, archives, store, changes::version);
    }
}
