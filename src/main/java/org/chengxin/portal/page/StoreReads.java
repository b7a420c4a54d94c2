package org.chengxin.portal.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengxin.catalog.Audience;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What pages read from the store, always as the public and off the event loop; empty becomes the 404 page. */
final class StoreReads {

    /** Ids and codes are letters and digits; anything else names nothing and is not asked for. */
    private static final Pattern NAMEABLE = Pattern.compile("[0-9A-Za-z]{1,32}");

    private final Archives archives;
    private final Scheduler scheduler;

    StoreReads(Archives archives, Scheduler scheduler) {
        this.archives = archives;
        this.scheduler = scheduler;
    }

    Mono<Archive> archive(String id) {
        return Mono.fromCallable(() -> nameable(id).flatMap(known -> archives.find(known, Audience.PUBLIC, null)))
                .subscribeOn(scheduler)
                .timeout(SearchReads.LIMIT)
                .map(found -> found.orElseThrow(PageProblem::notFound));
    }

    Mono<Archives.Found> record(String id) {
        return Mono.fromCallable(() -> nameable(id).flatMap(known -> archives.record(known, Audience.PUBLIC)))
                .subscribeOn(scheduler)
                .timeout(SearchReads.LIMIT)
                .map(found -> found.orElseThrow(PageProblem::notFound));
    }

    private static Optional<String> nameable(String id) {
        return NAMEABLE.matcher(id).matches() ? Optional.of(id) : Optional.empty();
    }

    Mono<List<Source>> sources() {
        return Mono.fromCallable(archives::sources).subscribeOn(scheduler).timeout(SearchReads.LIMIT);
    }
}
