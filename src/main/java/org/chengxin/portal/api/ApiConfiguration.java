package org.chengxin.portal.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.nodes.Memory;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreChanges;
import org.chengxin.proof.Statements;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.search.SearchService;
import org.chengxin.shared.Ids;
import org.chengxin.subject.Regions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.DispatcherHandler;

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
    PublicArchives publicArchives(
            Archives archives, KnownSources sources, StoreCalls store, Clock clock, ChengxinProperties properties) {
        return new PublicArchives(
                archives, sources, store, clock, properties.health().sourceAge());
    }

    @Bean
    RestrictionWords restrictionWords(Catalog catalog, ApiWords words, ChengxinProperties properties) {
        return new RestrictionWords(catalog, words, properties.site().zone());
    }

    @Bean
    @ConditionalOnProperty(name = "chengxin.cache.enabled", matchIfMissing = true)
    KeptAnswers keptAnswers(
            Memory memory,
            ObjectProvider<StoreChanges> changes,
            SearchService search,
            @Value("${spring.application.version:}") String version,
            Clock clock,
            MeterRegistry meters) {
        StoreChanges store = changes.getIfAvailable();
        return new KeptAnswers(
                memory,
                () -> store == null ? null : store.version(),
                search::state,
                version + CatalogLoader.fingerprint(),
                clock,
                meters);
    }

    @Bean
    Receipts receipts(
            Statements statements, PublicArchives archives, Ids ids, Clock clock, ChengxinProperties properties) {
        ChengxinProperties.Site site = properties.site();
        return new Receipts(
                statements,
                archives,
                ids,
                clock,
                site.zone(),
                site.url().toString().replaceAll("/+$", ""));
    }

    @Bean
    ReceiptedAnswers receiptedAnswers(ObjectProvider<DispatcherHandler> doors, Receipts receipts) {
        return new ReceiptedAnswers(new AskedAgain(doors::getObject), receipts);
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
