package org.chengxin.indexing;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ChengxinProperties.Search.Engine;
import org.chengxin.platform.StartupFailure;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.OneNode;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreOutage;
import org.chengxin.record.Archives;
import org.chengxin.record.RecordStore;
import org.chengxin.search.ExactLookup;
import org.chengxin.search.IndexDamagedException;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchService;
import org.chengxin.search.elasticsearch.ElasticsearchEngines;
import org.chengxin.search.elasticsearch.ElasticsearchSettings;
import org.chengxin.search.lucene.LuceneEngines;
import org.chengxin.shared.Ids;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStore;
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

    /** Searches at once where each of them waits for a cluster. */
    private static final int WAITING_FOR_CLUSTER = 64;

    @Bean
    SearchEngine searchEngine(DataDirectory directory, ChengxinProperties properties, Clock clock) {
        if (properties.search().engine() == Engine.ELASTICSEARCH) {
            return elasticsearch(properties, clock);
        }
        Path folder = directory.resolve("index");
        String home = properties.site().region();
        try {
            return LuceneEngines.open(folder, home);
        } catch (IndexDamagedException damaged) {
            log.warn("the search index cannot be used and is built anew: {}", damaged.getMessage());
            LuceneEngines.discard(folder);
            return LuceneEngines.open(folder, home);
        }
    }

    private static SearchEngine elasticsearch(ChengxinProperties properties, Clock clock) {
        ChengxinProperties.Elasticsearch cluster = properties.search().elasticsearch();
        try {
            ElasticsearchSettings settings = new ElasticsearchSettings(
                    cluster.urls(),
                    cluster.prefix(),
                    cluster.apiKey(),
                    cluster.user(),
                    cluster.password(),
                    cluster.ca(),
                    cluster.shards(),
                    cluster.replicas(),
                    cluster.refresh(),
                    cluster.connectTimeout(),
                    cluster.searchTimeout(),
                    cluster.writeTimeout(),
                    cluster.bulkRequests(),
                    Math.toIntExact(cluster.bulkSize().toBytes()));
            return ElasticsearchEngines.open(settings, properties.site().region(), clock);
        } catch (ArithmeticException tooLarge) {
            throw unusable("bulk-size", tooLarge);
        } catch (IllegalArgumentException wrong) {
            throw unusable(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static StartupFailure unusable(String setting, RuntimeException cause) {
        String name = "chengxin.search.elasticsearch." + setting;
        return new StartupFailure(
                "设置 " + name + " 的值无法使用 (setting " + name + " has a value that cannot be used)",
                "允许的值见 README“设置”一节 (see the settings in the README)",
                cause);
    }

    /** As many searches at once as there are processors, since they compute and do not wait; more that wait for a cluster. */
    @Bean(destroyMethod = "dispose")
    Scheduler searchScheduler(ChengxinProperties properties) {
        int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
        boolean cluster = properties.search().engine() == Engine.ELASTICSEARCH;
        return Schedulers.newBoundedElastic(
                cluster ? Math.max(WAITING_FOR_CLUSTER, processors) : processors, WAITING_SEARCHES, "search");
    }

    @Bean
    SearchService searchService(
            SearchEngine engine,
            Clock clock,
            Scheduler searchScheduler,
            SubjectStore subjects,
            Archives archives,
            StoreCalls store,
            MeterRegistry meters) {
        Set<String> persons = Arrays.stream(SubjectKind.values())
                .filter(SubjectKind::naturalPerson)
                .map(SubjectKind::code)
                .collect(Collectors.toUnmodifiableSet());
        ExactLookup exact = new StoreLookup(subjects, archives, store);
        return new SearchService(engine, clock, searchScheduler, persons, exact, meters);
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
            OneNode nodes,
            MeterRegistry meters) {
        return new Projection(engine, outbox, documents, allSubjects, ids, outage, nodes, new IndexMeters(meters));
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
