package org.chengxin.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.chengxin.platform.ChengxinProperties;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Objections need no captcha: an address sends a few, and finds no code by trying. */
class ObjectionQuotaTests {

    private final AtomicLong nanos = new AtomicLong(1);
    private final QuotaFilter filter = new QuotaFilter(
            new BucketQuotas(100, new Time()),
            new ChengxinProperties.Quota(true, 600, 30, 0, 100, 3, 2, 600),
            new SimpleMeterRegistry());

    private final class Time implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    /** Seconds to wait, 0 when it was let through. */
    private long ask(HttpMethod method, String path, String address) {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.method(method, path).remoteAddress(new InetSocketAddress(address, 4711)));
        try {
            filter.filter(exchange, through -> Mono.empty()).block();
            return 0;
        } catch (ProblemException refused) {
            assertThat(refused.kind()).isEqualTo(ProblemKind.TOO_MANY_REQUESTS);
            return refused.retryAfter().toSeconds();
        }
    }

    @Test
    void anAddressSendsSoManyObjectionsAndThenWaits() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(HttpMethod.POST, "/objections/new", "198.51.100.7")).isZero();
        }
        assertThat(ask(HttpMethod.POST, "/objections/new", "198.51.100.7")).isEqualTo(200);
        assertThat(ask(HttpMethod.POST, "/objections/new", "198.51.100.8"))
                .as("somebody else")
                .isZero();
        assertThat(ask(HttpMethod.GET, "/objections/new", "198.51.100.7"))
                .as("the form is a page")
                .isZero();
        nanos.addAndGet(Duration.ofSeconds(200).toNanos());
        assertThat(ask(HttpMethod.POST, "/objections/new", "198.51.100.7")).isZero();
    }

    @Test
    void nobodyFindsACodeByTrying() {
        assertThat(ask(HttpMethod.GET, "/follow/0000000000000001", "198.51.100.7"))
                .isZero();
        assertThat(ask(HttpMethod.GET, "/follow/0000000000000002", "198.51.100.7"))
                .isZero();
        assertThat(ask(HttpMethod.GET, "/follow/0000000000000003", "198.51.100.7"))
                .isEqualTo(30);
        assertThat(ask(HttpMethod.GET, "/follow/0000000000000003", "198.51.100.8"))
                .isZero();
    }
}
