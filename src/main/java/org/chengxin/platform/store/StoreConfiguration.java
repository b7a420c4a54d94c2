package org.chengxin.platform.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.StartupFailure;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The record store: embedded by default, any PostgreSQL by {@code chengxin.postgres.url}. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** Calls waiting beyond this, for each thread, are refused rather than piled up. */
    private static final int WAITING = 200;

    private static final int THREAD_SECONDS = 60;

    @Bean
    DataDirectory dataDirectory(
            ChengxinProperties properties, @Value("${chengxin.command:false}") boolean startedAsCommand) {
        return DataDirectory.open(properties.dataDir(), startedAsCommand);
    }

    @Bean
    @ConditionalOnExpression("'${chengxin.postgres.url:}'.isEmpty()")
    PostgresServer postgresServer(DataDirectory directory) {
        return PostgresServer.open(directory);
    }

    @Bean
    StorePools dataSource(ChengxinProperties properties, ObjectProvider<PostgresServer> embedded) {
        HikariConfig config = new HikariConfig();
        PostgresServer server = embedded.getIfAvailable();
        if (server != null) {
            config.setJdbcUrl(server.jdbcUrl());
            config.setUsername(server.user());
            config.setPassword(server.password());
        } else {
            StoreAddress outside = StoreAddress.of(properties.postgres());
            config.setJdbcUrl(outside.url());
            config.setUsername(outside.user());
            config.setPassword(outside.password());
        }
        try {
            return StorePools.connect(config);
        } catch (RuntimeException failure) {
            throw new StartupFailure(
                    "数据库连接不上：" + StoreAddress.shown(config.getJdbcUrl()) + "，" + rootMessage(failure)
                            + " (database out of reach)",
                    "请确认它在运行、地址与口令正确，见 CHENGXIN_POSTGRES_URL / _USER / _PASSWORD (check that it runs and the address"
                            + " and password)",
                    failure);
        }
    }

    private static @Nullable String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    @Bean
    StoreTransactions transactionManager(DataSource dataSource) {
        return new StoreTransactions(dataSource);
    }

    @Bean
    BulkCopy bulkCopy(DataSource dataSource) {
        return new BulkCopy(dataSource);
    }

    /** Where every store call runs that a reader waits for; never an event loop. */
    @Bean(destroyMethod = "dispose")
    Scheduler storeScheduler() {
        return Schedulers.newBoundedElastic(StorePools.SERVING, WAITING, StorePools::servingThread, THREAD_SECONDS);
    }

    @Bean
    StoreCalls storeCalls(@Qualifier("storeScheduler") Scheduler scheduler) {
        return new StoreCalls(scheduler);
    }

    @Bean
    OneNode oneNode(DataSource dataSource) {
        return new OneNode(dataSource);
    }

    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    StoreChanges storeChanges(DataSource dataSource, Ids ids) {
        return new StoreChanges(dataSource, ids);
    }

    /** Spring Boot finds one pool behind a data source only. */
    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    MeterBinder storePoolMeters(StorePools pools) {
        return registry -> pools.measureBy(new MicrometerMetricsTrackerFactory(registry));
    }

    @Bean
    DiskHealth diskSpaceHealthIndicator(DataDirectory directory, ChengxinProperties properties) {
        return new DiskHealth(directory, properties.health().freeDisk());
    }

    @Bean
    StoreOutage storeOutage(StoreCalls store, JdbcClient jdbc) {
        return new StoreOutage(store, jdbc);
    }

    @Bean
    StoreHealth storeHealthIndicator(StoreCalls store, JdbcClient jdbc) {
        return new StoreHealth(store, jdbc);
    }
}
