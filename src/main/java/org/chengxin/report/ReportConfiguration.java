package org.chengxin.report;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.chengxin.catalog.Catalog;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.DocumentCheck;
import org.chengxin.proof.DocumentSigner;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.SigningKeys;
import org.chengxin.proof.Statements;
import org.chengxin.record.Archives;
import org.chengxin.search.SearchService;
import org.chengxin.shared.Ids;
import org.chengxin.site.SiteProofs;
import org.chengxin.subject.Regions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the reports together. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    /** Documents waiting per writing thread: some two seconds of work; who comes later is better told to try again. */
    private static final int QUEUE = 100;

    @Bean
    IssuedDocuments issuedDocuments(JdbcClient jdbc) {
        return new StoredDocuments(jdbc);
    }

    @Bean
    Issuer documentIssuer(ChengxinProperties properties) {
        ChengxinProperties.Site site = properties.site();
        return new Issuer(
                site.url().toString().replaceAll("/+$", ""), site.name(), site.hostedBy(), site.contact(), site.zone());
    }

    /** Writing is CPU work: it leaves half of the processors to look-ups, however many documents are asked for. */
    @Bean
    WritingQueue writingQueue(SearchService search) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new WritingQueue(threads, threads * QUEUE, System::nanoTime, search::spent, LockSupport::parkNanos);
    }

    @Bean
    Contents contents(
            Archives archives, SiteProofs proofs, Catalog catalog, Clock clock, ChengxinProperties properties) {
        return new Contents(
                archives, proofs::find, catalog, clock, properties.documents().sourceAge());
    }

    @Bean
    DocumentStatements documentStatements(Statements statements, Issuer issuer) {
        return new DocumentStatements(statements, issuer);
    }

    @Bean
    Reports reports(
            Contents contents,
            IssuedDocuments documents,
            Catalog catalog,
            Regions regions,
            DocumentSigner signer,
            DocumentStatements statements,
            Issuer issuer,
            Ids ids,
            Clock clock,
            StoreCalls store,
            WritingQueue queue,
            MeterRegistry meters) {
        DocumentWriter writer = new DocumentWriter(catalog, regions::path, issuer, signer);
        return new Reports(contents, documents, writer, statements, ids, clock, issuer.zone(), store, queue, meters);
    }

    @Bean
    Verifications verifications(
            IssuedDocuments documents,
            Contents contents,
            DocumentCheck check,
            SigningKeys keys,
            Revocations revocations,
            Clock clock,
            StoreCalls store) {
        return new Verifications(
                documents,
                contents,
                check,
                () -> new OfflineCheck(keys.all(), revocations.signed(), clock.instant()),
                clock,
                store);
    }

    @Bean
    Revocations revocations(
            IssuedDocuments documents, Issuer issuer, Statements statements, StoreCalls store, Clock clock) {
        return new Revocations(documents, statements, issuer.url(), store, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    Supersession supersession(
            IssuedDocuments documents, Verifications verifications, TransactionTemplate transaction, Clock clock) {
        return new Supersession(documents, verifications, transaction, clock);
    }

    @Bean
    BatchStore batchStore(JdbcClient jdbc) {
        return new BatchStore(jdbc);
    }

    @Bean
    ReportBatches reportBatches(
            BatchStore batches,
            IssuedDocuments documents,
            Verifications verifications,
            DocumentStatements statements,
            Ids ids,
            Clock clock,
            StoreCalls store,
            TransactionTemplate transaction,
            ChengxinProperties properties) {
        ChengxinProperties.Documents settings = properties.documents();
        return new ReportBatches(
                batches,
                documents,
                verifications,
                statements,
                ids,
                clock,
                properties.site().zone(),
                store,
                transaction,
                settings.batchKeep(),
                settings.batchGrace());
    }

    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    BatchMaker batchMaker(BatchStore batches, Reports reports, TransactionTemplate transaction, Clock clock) {
        return new BatchMaker(batches, reports, transaction, clock);
    }
}
