package org.chengxin.lists;

import java.time.Clock;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreChanges;
import org.chengxin.platform.store.StoreSettings;
import org.chengxin.record.Archives;
import org.chengxin.record.PublicFigures;
import org.chengxin.shared.Ids;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the red list together for those who keep a copy of it. */
@Configuration(proxyBeanMethods = false)
class ListsConfiguration {

    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    RedList redList(
            JdbcClient jdbc,
            PublicFigures figures,
            Archives archives,
            StoreSettings settings,
            TransactionTemplate transaction,
            StoreCalls store,
            StoreChanges changes,
            Ids ids,
            Clock clock) {
        return new RedList(
                new RedListStore(jdbc), figures, archives, settings, transaction, store, changes::version, ids, clock);
    }
}
