package org.chengxin.site;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLException;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreChanges;
import org.chengxin.record.Archives;
import org.chengxin.shared.Ids;
import org.chengxin.subject.SubjectStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tells whose a site is. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Duration PACE = Duration.ofSeconds(1);

    @Bean
    SiteProofs siteProofs(JdbcClient jdbc, Ids ids, Clock clock) {
        NameServer names = NameServer.ofSystem();
        return new SiteProofs(jdbc, new SiteCheck(names, fetcher(names), SiteConfiguration::pace), ids, clock);
    }

    @Bean
    SiteAudit siteAudit(ChengxinProperties properties) {
        return new SiteAudit(
                fetcher(NameServer.ofSystem()),
                SiteConfiguration::pace,
                properties.site().url());
    }

    private static SiteFetcher fetcher(NameServer names) {
        try {
            SslContext trust = SslContextBuilder.forClient().build();
            return new SiteFetcher(names, PublicAddresses::isPublic, HTTPS, HTTP, trust);
        } catch (SSLException noTls) {
            throw new IllegalStateException(noTls);
        }
    }

    /** Waits between two requests to one site. */
    private static void pace() {
        LockSupport.parkNanos(PACE.toNanos());
    }

    @Bean
    Sites sites(SubjectStore subjects, SiteProofs proofs, Archives archives, StoreCalls store, StoreChanges changes) {
        return new Sites(subjects, proofs, archives, store, changes::version);
    }
}
