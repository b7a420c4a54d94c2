package org.chengxin.indexing;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.OneNode;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreOutage;
import org.chengxin.record.Archives;
import org.chengxin.record.RecordStore;
import org.chengxin.search.IndexDamagedException;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchService;
import org.chengxin.search.lucene.LuceneEngines;
import org.chengxin.shared.Ids;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.SubjectKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The engine, its reactive edge, and what keeps it up to the store. */
@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IndexingConfiguration.class);

    /** Searches waiting beyond this are refused: they would time out anyway. */
    private static final int WAITING_SEARCHES = 2_000;

    @Bean
    SearchEngine searchEngine(DataDirectory directory, ChengxinProperties properties) {
        Path folder = directory.resolve("index");
        String home = properties.site().region();
        try {
            return LuceneEngines.open(folder, home);
        } catch (IndexDamagedException damaged) {
            log.warn("the search index is damaged and will be built anew: {}", damaged.getMessage());
            LuceneEngines.discard(folder);
            return LuceneEngines.open(folder, home);
        }
    }

    /** As many searches at once as there are processors: they compute and do not wait. */
    @Bean(destroyMethod = "dispose")
    Scheduler searchScheduler() {
        return Schedulers.newBoundedElastic(
                Math.max(2, Runtime.getRuntime().availableProcessors()), WAITING_SEARCHES, "search");
    }

    @Bean
    SearchService searchService(SearchEngine engine, Clock clock, Scheduler searchScheduler, MeterRegistry meters) {
        Set<String> persons = Arrays.stream(SubjectKind.values())
                .filter(SubjectKind::naturalPerson)
                .map(SubjectKind::code)
                .collect(Collectors.toUnmodifiableSet());
        return new SearchService(engine, clock, searchScheduler, persons, meters);
    }

    @Bean
    Documents documents(
            Archives archives, RecordStore records, DistinctSubjects distinct, ChengxinProperties properties) {
        return new Documents(archives, records, distinct, properties.site().zone());
    }

    @Bean
    Projection projection(
            SearchEngine engine,
            Outbox outbox,
            Documents documents,
            AllSubjects allSubjects,
            Ids ids,
            StoreOutage outage,
            MeterRegistry meters) {
        return new Projection(engine, outbox, documents, allSubjects, ids, outage, new IndexMeters(meters));
    }

    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    LagMeters lagMeters(Projection projection, SearchEngine engine, StoreCalls store) {
        return new LagMeters(projection, engine, store);
    }

    @Bean
    IndexHealth indexHealthIndicator(
            Projection projection, SearchEngine engine, StoreCalls store, ChengxinProperties properties) {
        return new IndexHealth(projection, engine, store, properties.health().indexLag());
    }

    @Bean
    SearchHealth searchHealthIndicator(SearchEngine engine) {
        return new SearchHealth(engine);
    }

    @Bean
    IndexTasks indexTasks(Projection projection, SearchEngine engine, Clock clock) {
        return new IndexTasks(projection, engine, clock);
    }

    @Bean(destroyMethod = "")
    Indexing indexing(Projection projection, IndexTasks tasks, StoreOutage outage, JdbcClient jdbc, OneNode nodes) {
        return new Indexing(projection, new PortalJobs(jdbc, tasks, outage, nodes), outage);
    }
}
