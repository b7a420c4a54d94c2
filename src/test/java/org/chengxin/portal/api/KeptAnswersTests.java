package org.chengxin.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.chengxin.MovableClock;
import org.chengxin.platform.nodes.Memory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Which answers are kept, and what makes another one. */
class KeptAnswersTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Map<String, byte[]> kept = new HashMap<>();
    private final MovableClock clock = new MovableClock(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")), Duration.ZERO);
    private String store = "s1";
    private String index = "i1";
    private int asked;
    private KeptAnswers answers;

    private final class MapMemory implements Memory {

        @Override
        public Mono<byte[]> get(String key) {
            return Mono.justOrEmpty(kept.get(key));
        }

        @Override
        public Mono<Void> put(String key, byte[] value, Duration keep) {
            assertThat(keep).isLessThanOrEqualTo(Duration.ofMinutes(1));
            return Mono.fromRunnable(() -> kept.put(key, value));
        }
    }

    @BeforeEach
    void begin() {
        answers = answers("r1");
    }

    private KeptAnswers answers(String release) {
        return new KeptAnswers(new MapMemory(), () -> store, () -> index, release, clock, new SimpleMeterRegistry());
    }

    private String ask(MockServerHttpRequest.BaseBuilder<?> request, Consumer<ServerHttpResponse> door) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request.build());
        answers.filter(exchange, through -> {
                    asked++;
                    ServerHttpResponse response = through.getResponse();
                    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                    door.accept(response);
                    byte[] body = ("answer " + asked).getBytes(StandardCharsets.UTF_8);
                    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
                })
                .block();
        return exchange.getResponse().getBodyAsString().block();
    }

    private String ask(String address) {
        return ask(MockServerHttpRequest.get(address), response -> {});
    }

    @Test
    void theSameQuestionIsAnsweredOnce() {
        assertThat(ask("/api/v1/subjects?q=a&size=5")).isEqualTo("answer 1");
        assertThat(ask("/api/v1/subjects?size=5&q=a")).isEqualTo("answer 1");
        assertThat(ask("/api/v1/subjects?size=5&q=+a+"))
                .as("blanks do not count")
                .isEqualTo("answer 1");
        assertThat(ask("/api/v1/subjects?q=a")).isEqualTo("answer 2");
        assertThat(ask("/api/v1/records?q=a")).isEqualTo("answer 3");
        assertThat(ask("/api/v1/subjects/abc")).isEqualTo("answer 4");
        assertThat(ask("/api/v1/subjects/abc")).isEqualTo("answer 4");
        assertThat(kept.keySet()).as("nothing of what was asked is told").noneMatch(key -> key.contains("q="));
    }

    @Test
    void whateverAnAnswerDependsOnMakesAnother() {
        String search = "/api/v1/subjects?q=a";
        String profile = "/api/v1/subjects/abc/records";
        ask(search);
        ask(profile);
        index = "i2";
        assertThat(ask(search)).isEqualTo("answer 3");
        assertThat(ask(profile)).as("does not come from the index").isEqualTo("answer 2");
        store = "s2";
        assertThat(ask(search)).isEqualTo("answer 4");
        assertThat(ask(profile)).isEqualTo("answer 5");
        answers = answers("r2");
        assertThat(ask(search)).isEqualTo("answer 6");
        assertThat(ask(search + "&lang=en")).isEqualTo("answer 7");
        assertThat(ask(MockServerHttpRequest.get(search).header("Accept-Language", "en"), response -> {}))
                .isEqualTo("answer 8");
        assertThat(ask(search)).isEqualTo("answer 6");
    }

    @Test
    void nothingIsAnsweredBeyondTheEndOfADay() {
        String search = "/api/v1/subjects?q=a";
        clock.move(Duration.between(NOW, Instant.parse("2026-11-24T15:59:59.999Z")));
        assertThat(ask(search)).isEqualTo("answer 1");
        assertThat(ask(search)).isEqualTo("answer 1");
        clock.move(Duration.ofMillis(1));
        assertThat(ask(search)).as("midnight in the city").isEqualTo("answer 2");
    }

    @Test
    void whatIsUnknownPersonalOrNoAnswerIsNotKept() {
        String search = "/api/v1/subjects?q=a";
        ask(MockServerHttpRequest.get(search), response -> response.getHeaders().setCacheControl("no-store"));
        ask(MockServerHttpRequest.get(search), response -> response.setStatusCode(HttpStatus.NOT_FOUND));
        ask(MockServerHttpRequest.get(search), response -> response.getHeaders().setContentType(MediaType.TEXT_HTML));
        ask(MockServerHttpRequest.head(search), response -> {});
        ask(MockServerHttpRequest.post("/api/v1/subjects"), response -> {});
        ask("/api/v1/subjects/suggest?q=a");
        ask("/api/v1/record-types");
        ask("/api/v1/subjects/abc/report.pdf");
        index = null;
        ask(search);
        store = null;
        ask("/api/v1/subjects/abc");
        assertThat(kept).isEmpty();
    }
}
