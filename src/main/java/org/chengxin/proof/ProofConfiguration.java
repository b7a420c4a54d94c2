package org.chengxin.proof;

import java.time.Clock;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.DataDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts keys and signatures together. */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    SigningKeys signingKeys(
            DataDirectory directory,
            ChengxinProperties properties,
            JdbcClient jdbc,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        DocumentKeys sources =
                new DocumentKeys(directory, properties.keys(), properties.site().nameZh());
        return new SigningKeys(directory, sources, new PublishedKeys(jdbc, json), transaction, clock);
    }

    @Bean
    DocumentKey documentKey(SigningKeys keys) {
        return keys.ofDocuments();
    }

    @Bean
    DocumentSigner documentSigner(DocumentKey key) {
        return new DocumentSigner(key);
    }

    @Bean
    DocumentCheck documentCheck(SigningKeys keys) {
        return new DocumentCheck(keys::all);
    }

    @Bean
    Statements statements(SigningKeys keys, JsonMapper json) {
        return new Statements(keys.ofStatements(), json);
    }

    @Bean
    KeysHealth keysHealthIndicator(DocumentKey key) {
        return new KeysHealth(key);
    }
}
