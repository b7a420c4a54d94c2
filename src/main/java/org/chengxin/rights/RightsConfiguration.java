package org.chengxin.rights;

import java.time.Clock;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.DataDirectory;
import org.chengxin.platform.store.OneNode;
import org.chengxin.shared.Ids;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Puts objections together; their key is {@code keys/objections.key} of the data directory. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {

    private static final String KEY = "objections";
    private static final String FOLDER = "files/objections";

    /** Forms read at once and waiting; sealing files is work for the processor and the disk. */
    private static final int THREADS = 4;

    private static final int QUEUE = 500;

    @Bean
    Seal objectionSeal(DataDirectory directory) {
        return new Seal(directory.key(KEY));
    }

    @Bean
    ObjectionStore objectionStore(JdbcClient jdbc, JsonMapper json, Seal seal) {
        return new ObjectionStore(jdbc, json, seal);
    }

    @Bean
    EvidenceFiles evidenceFiles(DataDirectory directory, Seal seal, Ids ids) {
        return new EvidenceFiles(directory.resolve(FOLDER), seal, ids);
    }

    @Bean
    FormTokens formTokens(Seal seal, ChengxinProperties properties, Ids ids, Clock clock) {
        return new FormTokens(seal, properties.rights().formLifetime(), ids, clock);
    }

    @Bean
    Objections objections(
            ObjectionStore store,
            TransactionTemplate transaction,
            Seal seal,
            ChengxinProperties properties,
            Ids ids,
            Clock clock) {
        return new Objections(
                store,
                transaction,
                seal,
                WorkingDays.load(),
                properties.rights(),
                properties.site().zone(),
                ids,
                clock);
    }

    @Bean
    ObjectionDesk objectionDesk(
            ObjectionStore store,
            EvidenceFiles files,
            TransactionTemplate transaction,
            ChengxinProperties properties,
            Clock clock) {
        return new ObjectionDesk(store, files, transaction, properties.rights().keepContact(), clock);
    }

    /** Where forms are read and filed: apart from look-ups, which do not wait for uploads. */
    @Bean(destroyMethod = "dispose")
    Scheduler rightsScheduler() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE, "rights");
    }

    @Bean
    @ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
    Tidying tidying(ObjectionDesk desk, OneNode nodes) {
        return new Tidying(desk, nodes);
    }
}
