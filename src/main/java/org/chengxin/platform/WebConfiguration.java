package org.chengxin.platform;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import reactor.core.publisher.Hooks;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/** What all HTTP answers share: language, problems, security headers, entity tags, limits, reading from other sites. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Language localeContextResolver() {
        return new Language();
    }

    @Bean
    ProblemHandler problemHandler(JsonMapper json) {
        Hooks.onErrorDropped(RequestFailures::logLate);
        return new ProblemHandler(new ProblemWords(), json);
    }

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders();
    }

    @Bean
    RequestLimits requestLimits(ChengxinProperties properties) {
        return new RequestLimits(properties.web());
    }

    @Bean
    EntityTags entityTags() {
        return new EntityTags();
    }

    /** Any site may read the API from a browser; nothing that writes, and no credentials. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 30)
    CorsWebFilter readingFromOtherSites() {
        CorsConfiguration reading = new CorsConfiguration();
        reading.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        reading.setAllowedMethods(List.of("GET", "HEAD", "OPTIONS"));
        reading.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        reading.setExposedHeaders(
                List.of("ETag", "RateLimit", "RateLimit-Policy", "Retry-After", "Content-Language", "Receipt"));
        reading.setMaxAge(Duration.ofHours(1));
        CorsConfiguration asking = new CorsConfiguration(reading);
        asking.setAllowedMethods(List.of("POST", "OPTIONS"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        // a look-up of many: the body only asks
        source.registerCorsConfiguration("/api/v1/subjects/match", asking);
        source.registerCorsConfiguration("/api/v1/restrictions", asking);
        source.registerCorsConfiguration("/api/v1/receipts", asking);
        source.registerCorsConfiguration("/api/v1/**", reading);
        return new CorsWebFilter(source);
    }

    /** The edge before any filter: long addresses, what is mended or no request at all, clients that hold a connection. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> connectionEdge(
            ChengxinProperties properties, JsonMapper json) {
        ChengxinProperties.Web limits = properties.web();
        RequestLineRepair repair = new RequestLineRepair();
        UnreadableRequests unreadable = new UnreadableRequests(new ProblemWords(), json);
        int line = (int) limits.longestAddress().toBytes() + 8192;
        return factory -> factory.addServerCustomizers(
                server -> server.httpRequestDecoder(decoder -> decoder.maxInitialLineLength(line))
                        .readTimeout(limits.silence())
                        .requestTimeout(limits.requestBody())
                        .doOnChannelInit((observer, channel, address) -> {
                            String codec = NettyPipeline.HttpCodec;
                            if (channel.pipeline().get(codec) != null) {
                                channel.pipeline()
                                        .addAfter(codec, "chengxin.request-line", repair)
                                        .addAfter(codec, "chengxin.unreadable", unreadable);
                                SlowClients.watch(channel, codec, limits.requestHead(), limits.silence());
                            }
                        }));
    }
}
