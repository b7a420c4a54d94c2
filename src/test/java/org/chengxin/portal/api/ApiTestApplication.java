package org.chengxin.portal.api;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.chengxin.access.ApiKeyStore;
import org.chengxin.access.TestApiKeys;
import org.chengxin.catalog.Catalog;
import org.chengxin.lists.RedList;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.SigningKeys;
import org.chengxin.proof.Statements;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.report.ReportBatches;
import org.chengxin.report.Reports;
import org.chengxin.report.Revocations;
import org.chengxin.report.Verifications;
import org.chengxin.search.SearchService;
import org.chengxin.shared.Ids;
import org.chengxin.site.SiteProofs;
import org.chengxin.site.Sites;
import org.chengxin.subject.Regions;
import org.chengxin.subject.SubjectStore;
import org.chengxin.transparency.TransparencyLog;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The API and the HTTP edge as they are, on the real catalogue, with search and store in memory. Named by its tests and
 * not a configuration: those that start the whole portal must not find it.
 */
@EnableConfigurationProperties(ChengxinProperties.class)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "org.chengxin.portal.api",
            "org.chengxin.access",
            "org.chengxin.quota",
            "org.chengxin.catalog",
            "org.chengxin.platform"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.chengxin\\.platform\\.(store|logs)\\..*|.*Platform.*|.*ApiKeyStore"))
class ApiTestApplication {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    Regions regions() {
        return Regions.load();
    }

    /** Only described here; the report package tests what it does. */
    @Bean
    Reports reports() {
        return Mockito.mock(Reports.class);
    }

    /** Only described here; {@code ReportBatchIT} reads them. */
    @Bean
    ReportBatches reportBatches() {
        return Mockito.mock(ReportBatches.class);
    }

    @Bean
    SigningKeys signingKeys() {
        return Mockito.mock(SigningKeys.class);
    }

    @Bean
    Revocations revocations() {
        Revocations none = Mockito.mock(Revocations.class);
        Mockito.when(none.list()).thenReturn(Mono.empty());
        return none;
    }

    /** Only described here; {@code RedListIT} reads it. */
    @Bean
    RedList redList() {
        return Mockito.mock(RedList.class);
    }

    @Bean
    TransparencyLog transparencyLog() {
        return Mockito.mock(TransparencyLog.class);
    }

    @Bean
    Statements statements() {
        return TestKeys.statements();
    }

    @Bean
    Ids ids() {
        return new Ids(new Random(3));
    }

    /** Knows those of {@link TestApiKeys}. */
    @Bean
    ApiKeyStore apiKeyStore() {
        return TestApiKeys.store();
    }

    @Bean
    Verifications verifications() {
        return Mockito.mock(Verifications.class);
    }

    @Bean
    FakeSearchEngine engine() {
        return new FakeSearchEngine();
    }

    @Bean
    SearchService searchService(FakeSearchEngine engine, Clock clock) {
        return new SearchService(
                engine,
                clock,
                Schedulers.boundedElastic(),
                Set.of(),
                query -> engine.withoutIndex.subjects(query),
                new SimpleMeterRegistry());
    }

    @Bean
    StoreCalls storeCalls() {
        return new StoreCalls(Schedulers.newBoundedElastic(2, 100, "store"));
    }

    @Bean
    KnownSources knownSources(Archives archives, StoreCalls store) {
        return new KnownSources(archives, store);
    }

    /** Knows no sites; whose one is, is tested with the whole portal. */
    @Bean
    Sites sites(Archives archives, StoreCalls store) {
        return new Sites(Mockito.mock(SubjectStore.class), Mockito.mock(SiteProofs.class), archives, store, () -> null);
    }

    @Bean
    FakeArchives archives(Catalog catalog) {
        return new FakeArchives(catalog);
    }
}
