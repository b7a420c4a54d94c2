package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class SearchServiceTests {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final ExactLookup NO_STORE = query -> Mono.error(new AssertionError("asked the store"));

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
                .isEmpty();
        scheduler.dispose();
        assertThat(thread[0]).startsWith("search-test");
    }

    @Test
    void whileTheEngineIsAwayTheFirstPageIsLookedUpWithoutIt() {
        SearchEngine engine = engine(method -> {
            throw new SearchEngineAwayException("away", null);
        });
        SearchPage<SubjectHit> limited = new SearchPage<>(
                List.of(),
                new SearchPage.Total(0, SearchPage.Relation.GTE),
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
        assertThatThrownBy(() -> service.subjects(second).block()).isInstanceOf(SearchEngineAwayException.class);
        assertThatThrownBy(() -> service.suggest("x", 1).block()).isInstanceOf(SearchEngineAwayException.class);
    }

    @Test
    void whatTakesTooLongIsATimeout() {
        CountDownLatch never = new CountDownLatch(1);
        SearchEngine engine = engine(method -> {
            never.await();
            return List.of();
        });
        var scheduler = Schedulers.newBoundedElastic(1, 10, "search-test");
        StepVerifier.withVirtualTime(
                        () -> new SearchService(engine, CLOCK, scheduler, Set.of(), NO_STORE, meters).suggest("x", 1))
                .thenAwait(SearchService.LIMIT)
                .expectError(SearchTimeoutException.class)
                .verify();
        VirtualTimeScheduler.reset();
        never.countDown();
        scheduler.dispose();
    }
}
