package org.chengxin.quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the quotas.
 *
 * @param enabled whether requests are counted at all
 * @param requestsPerMinute requests of one client to the API
 * @param reportsPerMinute documents made for one client
 * @param trustedProxies proxies in front of the portal that append to {@code X-Forwarded-For}; 0 does not read the field
 * @param clients clients remembered at once
 */
@ConfigurationProperties("chengxin.quota")
record QuotaProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("600") long requestsPerMinute,
        @DefaultValue("30") long reportsPerMinute,
        @DefaultValue("0") int trustedProxies,
        @DefaultValue("100000") long clients) {}
