package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class SearchServiceTests {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final ExactLookup NO_STORE = query -> Mono.error(new AssertionError("asked the store"));

    private static final SubjectHit HIT = new SubjectHit(
            "s1",
            "磁湖商行",
            null,
            "enterprise",
            "420202",
            "active",
            List.of(),
            Map.of(),
            0,
            1,
            List.of(),
            List.of(new SubjectHit.Piece("磁湖商行", true)));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private interface Answer {
        Object of(String method) throws Exception;
    }

    private static SearchEngine engine(Answer answer) {
        return (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, arguments) -> answer.of(method.getName()));
    }

    @Test
    void anErrorOfTheEngineReachesTheCaller() {
        SearchEngine engine = engine(method -> {
            throw new InvalidCursorException("no");
        });
        SearchService service = new SearchService(engine, CLOCK, Schedulers.immediate(), Set.of(), NO_STORE, meters);
        assertThatThrownBy(() -> service.subjects(SubjectQuery.of("x", 1)).block())
                .isInstanceOf(InvalidCursorException.class);
        assertThat(meters.get("chengxin.search")
                        .tags("door", "subjects", "kind", "unread", "outcome", "refused")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void answersOnTheGivenScheduler() {
        String[] thread = new String[1];
        SearchEngine engine = engine(method -> {
            thread[0] = Thread.currentThread().getName();
            return List.of();
        });
        var scheduler = Schedulers.newSingle("search-test");
        assertThat(new SearchService(engine, CLOCK, scheduler, Set.of(), NO_STORE, meters)
                        .suggest("x", 1)
                        .block())
                .isEqualTo(new Suggestions(List.of(), false));
        scheduler.dispose();
        assertThat(thread[0]).startsWith("search-test");
    }

    @Test
    void countsTheTimeThatSearchesTookFailedOnesToo() {
        SearchEngine engine = engine(method -> {
            Thread.sleep(5);
            if (method.equals("subjects")) {
                throw new InvalidCursorException("no");
            }
            return List.of();
        });
        SearchService service = new SearchService(engine, CLOCK, Schedulers.immediate(), Set.of(), NO_STORE, meters);
        assertThat(service.spent()).isZero();
        service.suggest("x", 1).block();
        long once = service.spent();
        assertThat(once).isGreaterThanOrEqualTo(Duration.ofMillis(5).toNanos());
        assertThatThrownBy(() -> service.subjects(SubjectQuery.of("x", 1)).block())
                .isInstanceOf(InvalidCursorException.class);
        assertThat(service.spent() - once)
                .isGreaterThanOrEqualTo(Duration.ofMillis(5).toNanos());
    }

    static Stream<RuntimeException> away() {
        return Stream.of(
                new SearchEngineAwayException("away", null),
                new IndexDamagedException("damaged", null),
                new SearchTimeoutException(SearchService.LIMIT, null));
    }

    @ParameterizedTest
    @MethodSource("away")
    void whileAnyEngineIsAwayTheFirstPageIsLookedUpWithoutIt(RuntimeException away) {
        SearchEngine engine = engine(method -> {
            throw away;
        });
        SearchPage<SubjectHit> limited = new SearchPage<>(
                List.of(HIT),
                new SearchPage.Total(1, SearchPage.Relation.GTE),
                Map.of(),
                new Understanding(Understanding.As.NAME, "x", null),
                null,
                List.of(),
                null,
                true);
        SearchService service =
                new SearchService(engine, CLOCK, Schedulers.immediate(), Set.of(), query -> Mono.just(limited), meters);
        assertThat(service.subjects(SubjectQuery.of("x", 1)).block()).isEqualTo(limited);
        SubjectQuery second = new SubjectQuery(
                "x", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), SubjectQuery.Sort.RELEVANCE, 1, "cursor");
        assertThatThrownBy(() -> service.subjects(second).block()).isSameAs(away);
        assertThatThrownBy(() -> service.records(RecordQuery.browse(RecordFilter.NONE, 1))
                        .block())
                .isSameAs(away);
        assertThat(service.suggest("x", 1).block())
                .isEqualTo(
                        new Suggestions(List.of(new Suggestion("s1", "磁湖商行", null, "420202", HIT.highlight())), true));
    }

    @Test
    void whatTakesTooLongIsATimeout() {
        CountDownLatch never = new CountDownLatch(1);
        SearchEngine engine = engine(method -> {
            never.await();
            return List.of();
        });
        var scheduler = Schedulers.newBoundedElastic(1, 10, "search-test");
        StepVerifier.withVirtualTime(() -> new SearchService(engine, CLOCK, scheduler, Set.of(), NO_STORE, meters)
                        .records(RecordQuery.browse(RecordFilter.NONE, 1)))
                .thenAwait(SearchService.LIMIT)
                .expectError(SearchTimeoutException.class)
                .verify();
        VirtualTimeScheduler.reset();
        never.countDown();
        scheduler.dispose();
    }
}
