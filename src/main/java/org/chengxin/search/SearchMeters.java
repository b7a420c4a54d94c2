package org.chengxin.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Times searches from the question to the answer, waiting included: {@code chengxin.search} by door, what the query was
 * taken for, and outcome. Never by a query or a name: only by words that are counted on the fingers.
 */
final class SearchMeters {

    /** Beside the readings of {@link Understanding.As}: a text nobody read, for suggestions and failures. */
    private static final String UNREAD = "unread";

    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2)
    };

    private final MeterRegistry registry;
    /** A registry looks through all of a timer's settings each time it is asked for one. */
    private final Map<Tags, Timer> timers = new ConcurrentHashMap<>();

    private record Tags(String door, String kind, String outcome) {}

    SearchMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    <T> Mono<SearchPage<T>> page(String door, Mono<SearchPage<T>> answer) {
        return timed(door, answer, page -> page.understood().as().name().toLowerCase(Locale.ROOT));
    }

    <T> Mono<T> unread(String door, Mono<T> answer) {
        return timed(door, answer, x -> UNREAD);
    }

    private <T> Mono<T> timed(String door, Mono<T> answer, Function<T, String> kind) {
        return Mono.defer(() -> {
            long begun = System.nanoTime();
            return answer.doOnNext(found -> record(door, kind.apply(found), "answered", begun))
                    .doOnError(failure -> record(door, UNREAD, outcome(failure), begun));
        });
    }

    private static String outcome(Throwable failure) {
        return failure instanceof SearchTimeoutException
                ? "timeout"
                : failure instanceof InvalidCursorException ? "refused" : "failed";
    }

    private void record(String door, String kind, String outcome, long begun) {
        timers.computeIfAbsent(new Tags(door, kind, outcome), this::timer)
                .record(Duration.ofNanos(System.nanoTime() - begun));
    }

    private Timer timer(Tags tags) {
        return Timer.builder("chengxin.search")
                .description("searches, from the question to the answer")
                .tag("door", tags.door)
                .tag("kind", tags.kind)
                .tag("outcome", tags.outcome)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }
}
