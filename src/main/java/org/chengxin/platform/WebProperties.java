package org.chengxin.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the HTTP edge.
 *
 * @param limits what a request may be
 */
@ConfigurationProperties("chengxin.web")
record WebProperties(@DefaultValue Limits limits) {

    /**
     * Sizes over which a request is refused.
     *
     * @param address path and query as sent; ten thousand escaped Chinese characters are 90,000 bytes, and shall be
     *     answered by the door that can name the parameter
     * @param body body of a request
     * @param document a PDF sent to be checked
     */
    record Limits(
            @DefaultValue("96KB") DataSize address,
            @DefaultValue("1MB") DataSize body,
            @DefaultValue("10MB") DataSize document) {}
}
