package org.chengxin.platform.logs;

import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ClientAddress;
import org.chengxin.platform.store.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log files of a serving portal; a command speaks to the console only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "chengxin.logs.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "chengxin.command", havingValue = "false", matchIfMissing = true)
class LogsConfiguration {

    @Bean
    LogFiles logFiles(DataDirectory directory, ChengxinProperties properties) {
        return new LogFiles(
                directory.resolve("logs"), properties.logs(), properties.site().zone());
    }

    @Bean
    RequestLog requestLog(ChengxinProperties properties) {
        return new RequestLog(
                properties.logs().clientAddress()
                        ? new ClientAddress(properties.quota().trustedProxies())
                        : null);
    }
}
