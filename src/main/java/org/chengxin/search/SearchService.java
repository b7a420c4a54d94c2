package org.chengxin.search;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The reactive edge of search: runs the blocking engine on a scheduler of its own. */
public class SearchService {

    private final SearchEngine engine;
    private final Clock clock;
    private final Scheduler scheduler;

    public SearchService(SearchEngine engine, Clock clock, Scheduler scheduler) {
        this.engine = engine;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    public Mono<SearchPage<SubjectHit>> subjects(SubjectQuery query) {
        return call(() -> engine.subjects(query, clock.instant()));
    }

    public Mono<SearchPage<RecordHit>> records(RecordQuery query) {
        return call(() -> engine.records(query, clock.instant()));
    }

    public Mono<List<Suggestion>> suggest(String text, int size) {
        return call(() -> engine.suggest(text, size, clock.instant()));
    }

    private <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler);
    }
}
