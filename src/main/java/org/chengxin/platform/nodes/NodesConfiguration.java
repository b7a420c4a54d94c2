package org.chengxin.platform.nodes;

import com.github.benmanes.caffeine.cache.Ticker;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.nio.file.Files;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.StartupFailure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis when {@code chengxin.redis.url} is set, and a portal that serves; the process's own memory otherwise. */
@Configuration(proxyBeanMethods = false)
class NodesConfiguration {

    @Bean
    @ConditionalOnExpression("!'${chengxin.redis.url:}'.isEmpty() and !${chengxin.command:false}")
    Redis redis(ChengxinProperties properties) {
        ChengxinProperties.Redis settings = properties.redis();
        ClientOptions.Builder options = ClientOptions.builder();
        if (settings.ca() != null) {
            if (!Files.isReadable(settings.ca())) {
                throw new StartupFailure(
                        "CHENGXIN_REDIS_CA 不是可读的文件 (is no file that can be read)",
                        "请指向 PEM 格式的 CA 证书 (let it name CA certificates in PEM)");
            }
            options.sslOptions(
                    SslOptions.builder().trustManager(settings.ca().toFile()).build());
        }
        return new Redis(address(settings), options.build(), settings.timeout());
    }

    /** The setting itself is not repeated: it may hold a password. */
    private static RedisURI address(ChengxinProperties.Redis settings) {
        try {
            RedisURI address = RedisURI.create(String.valueOf(settings.url()).strip());
            if (settings.password() != null && !settings.password().isEmpty()) {
                address.setCredentialsProvider(RedisCredentialsProvider.from(
                        () -> RedisCredentials.just(settings.user(), settings.password())));
            }
            address.setTimeout(settings.timeout());
            return address;
        } catch (IllegalArgumentException failure) {
            throw new StartupFailure(
                    "CHENGXIN_REDIS_URL 不是 Redis 的地址 (is not the address of a Redis)",
                    "请写成 redis://主机:6379 或 rediss://主机:6380（TLS）(write it as redis://host:6379 or rediss://host:6380"
                            + " for TLS)");
        }
    }

    @Bean
    @ConditionalOnExpression("!'${chengxin.redis.url:}'.isEmpty() and !${chengxin.command:false}")
    RedisHealth redisHealthIndicator(Redis redis) {
        return new RedisHealth(redis);
    }

    @Bean
    Memory memory(ObjectProvider<Redis> redis, ChengxinProperties properties) {
        Redis shared = redis.getIfAvailable();
        return shared == null
                ? new ProcessMemory(properties.cache().size().toBytes(), Ticker.systemTicker())
                : new RedisMemory(shared);
    }
}
