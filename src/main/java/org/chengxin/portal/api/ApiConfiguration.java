package org.chengxin.portal.api;

import java.time.Clock;
import org.chengxin.catalog.Catalog;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.search.SearchService;
import org.chengxin.subject.Regions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's doors need. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    Doors doors(Catalog catalog, Regions regions, Clock clock, ChengxinProperties properties) {
        return new Doors(catalog, regions, clock, properties.site().zone());
    }

    @Bean
    PublicSearch publicSearch(SearchService search) {
        return new PublicSearch(search);
    }

    @Bean
    PublicArchives publicArchives(Archives archives, KnownSources sources, StoreCalls store) {
        return new PublicArchives(archives, sources, store);
    }

    @Bean
    ApiWords apiWords(Catalog catalog, Regions regions) {
        return new ApiWords(catalog, regions);
    }

    @Bean
    SubjectAnswers subjectAnswers(ApiWords words) {
        return new SubjectAnswers(words);
    }

    @Bean
    RecordAnswers recordAnswers(ApiWords words, SubjectAnswers subjects) {
        return new RecordAnswers(words, subjects);
    }
}
