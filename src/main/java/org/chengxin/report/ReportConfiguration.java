package org.chengxin.report;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.chengxin.catalog.Catalog;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.DocumentSigner;
import org.chengxin.proof.Statements;
import org.chengxin.record.Archives;
import org.chengxin.shared.Ids;
import org.chengxin.subject.Regions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the reports together. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    /** Reports waiting per writing thread: some two seconds of work; who comes later is better told to try again. */
    private static final int QUEUE = 100;

    @Bean
    IssuedDocuments issuedDocuments(JdbcClient jdbc) {
        return new StoredDocuments(jdbc);
    }

    /** Writing is CPU work: as many threads as cores, apart from everything that answers look-ups. */
    @Bean(destroyMethod = "dispose")
    Scheduler reportScheduler() {
        return Schedulers.newBoundedElastic(Runtime.getRuntime().availableProcessors(), QUEUE, "report");
    }

    @Bean
    Reports reports(
            Archives archives,
            IssuedDocuments documents,
            Catalog catalog,
            Regions regions,
            DocumentSigner signer,
            Statements statements,
            ChengxinProperties properties,
            Ids ids,
            Clock clock,
            StoreCalls store,
            @Qualifier("reportScheduler") Scheduler cpu,
            MeterRegistry meters) {
        ChengxinProperties.Site site = properties.site();
        Issuer issuer = new Issuer(
                site.url().toString().replaceAll("/+$", ""), site.name(), site.hostedBy(), site.contact(), site.zone());
        ReportWriter writer = new ReportWriter(catalog, regions::path, issuer, signer);
        return new Reports(
                archives,
                documents,
                writer,
                new DocumentStatements(statements, issuer),
                ids,
                clock,
                site.zone(),
                store,
                cpu,
                meters);
    }

    @Bean
    Verifications verifications(IssuedDocuments documents, Archives archives, StoreCalls store) {
        return new Verifications(documents, archives, store);
    }
}
