package org.chengxin.transparency;

import java.security.SecureRandom;
import java.time.Clock;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreSettings;
import org.chengxin.proof.Statements;
import org.chengxin.record.Archives;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the transparency log together. */
@Configuration(proxyBeanMethods = false)
class TransparencyConfiguration {

    @Bean
    TransparencyLog transparencyLog(
            JdbcClient jdbc,
            Archives archives,
            JsonMapper json,
            Statements statements,
            ChengxinProperties properties,
            StoreCalls store,
            Clock clock) {
        return new TransparencyLog(
                new LogStore(jdbc), archives, new PublishedContent(json), statements, issuer(properties), store, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    Sequencer sequencer(
            JdbcClient jdbc,
            Archives archives,
            JsonMapper json,
            Statements statements,
            ChengxinProperties properties,
            StoreSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        return new Sequencer(
                new LogStore(jdbc),
                archives,
                new PublishedContent(json),
                statements,
                issuer(properties),
                settings,
                CatalogLoader.fingerprint(),
                transaction,
                new SecureRandom(),
                clock);
    }

    private static String issuer(ChengxinProperties properties) {
        return properties.site().url().toString().replaceAll("/+$", "");
    }
}
