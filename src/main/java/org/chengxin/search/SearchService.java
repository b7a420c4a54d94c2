package org.chengxin.search;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The reactive edge of search: runs the blocking engine on a scheduler of its own, with a time limit per call. */
public class SearchService {

    /** The worst query takes some ten milliseconds: what takes this long waits for something that is broken. */
    public static final Duration LIMIT = Duration.ofSeconds(2);

    /** More names that are merely alike would look like an answer. */
    private static final int NEAR = 5;

    private final SearchEngine engine;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Set<String> persons;
    private final ExactLookup exact;
    private final SearchMeters meters;
    private final LongAdder spent = new LongAdder();

    /**
     * The edge of one engine.
     *
     * @param persons kinds of natural persons: found by their name, never offered for one that is like it
     * @param exact asked in place of the engine while that does not answer
     */
    public SearchService(
            SearchEngine engine,
            Clock clock,
            Scheduler scheduler,
            Set<String> persons,
            ExactLookup exact,
            MeterRegistry meters) {
        this.engine = engine;
        this.clock = clock;
        this.scheduler = scheduler;
        this.persons = Set.copyOf(persons);
        this.exact = exact;
        this.meters = new SearchMeters(meters);
    }

    /**
     * The first page is answered without the engine where that is away; errors with {@link InvalidCursorException} or, for
     * further pages, {@link SearchUnavailableException}.
     */
    public Mono<SearchPage<SubjectHit>> subjects(SubjectQuery query) {
        return meters.page("subjects", call(() -> engine.subjects(query, clock.instant())))
                .map(this::withoutPersonsNear)
                .onErrorResume(
                        SearchUnavailableException.class,
                        away -> query.cursor() == null ? exact.subjects(query) : Mono.error(away));
    }

    private SearchPage<SubjectHit> withoutPersonsNear(SearchPage<SubjectHit> page) {
        List<SubjectHit> near = page.near().stream()
                .filter(hit -> !persons.contains(hit.kind()))
                .limit(NEAR)
                .toList();
        return new SearchPage<>(
                page.items(),
                page.total(),
                page.facets(),
                page.understood(),
                page.cursor(),
                near,
                page.sameNames(),
                page.limited());
    }

    /** Errors with {@link InvalidCursorException} or {@link SearchTimeoutException}. */
    public Mono<SearchPage<RecordHit>> records(RecordQuery query) {
        return meters.page("records", call(() -> engine.records(query, clock.instant())));
    }

    /** Errors with {@link SearchTimeoutException}. */
    public Mono<MatchAnswer> match(MatchQuery query, int limit) {
        return call(() -> engine.match(query, limit, clock.instant()));
    }

    /** While the engine is away only what is typed whole is offered, from the store. */
    public Mono<Suggestions> suggest(String text, int size) {
        return meters.unread("suggest", call(() -> engine.suggest(text, size, clock.instant())))
                .map(offered -> new Suggestions(offered, false))
                .onErrorResume(SearchUnavailableException.class, away -> typedWhole(text, size));
    }

    private Mono<Suggestions> typedWhole(String text, int size) {
        return exact.subjects(SubjectQuery.of(text, size))
                .map(page -> new Suggestions(
                        page.items().stream()
                                .map(hit ->
                                        new Suggestion(hit.id(), hit.name(), hit.uscc(), hit.region(), hit.highlight()))
                                .toList(),
                        true));
    }

    /** What searches see at this moment; see {@link SearchEngine#state()}. */
    public @Nullable String state() {
        return engine.state();
    }

    /** Nanoseconds that searches took so far, all threads together. */
    public long spent() {
        return spent.sum();
    }

    /** Null, which nobody gets, when the reader is gone. */
    private <T> @Nullable T wanted(Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        try {
            return work.call();
        } catch (CancellationException unwanted) {
            return null;
        } finally {
            spent.add(System.nanoTime() - begun);
        }
    }

    private <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(() -> wanted(work))
                .subscribeOn(scheduler)
                .timeout(LIMIT)
                .onErrorMap(TimeoutException.class, e -> new SearchTimeoutException(LIMIT, e));
    }
}
