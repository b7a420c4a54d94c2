package org.chengxin.portal.page;

import java.util.List;
import org.chengxin.catalog.Audience;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What pages read from the store, always as the public and off the event loop; empty becomes the 404 page. */
final class StoreReads {

    private final Archives archives;
    private final Scheduler scheduler;

    StoreReads(Archives archives, Scheduler scheduler) {
        this.archives = archives;
        this.scheduler = scheduler;
    }

    Mono<Archive> archive(String id) {
        return Mono.fromCallable(() -> archives.find(id, Audience.PUBLIC, null))
                .subscribeOn(scheduler)
                .map(found -> found.orElseThrow(PageProblem::notFound));
    }

    Mono<Archives.Found> record(String id) {
        return Mono.fromCallable(() -> archives.record(id, Audience.PUBLIC))
                .subscribeOn(scheduler)
                .map(found -> found.orElseThrow(PageProblem::notFound));
    }

    Mono<List<Source>> sources() {
        return Mono.fromCallable(archives::sources).subscribeOn(scheduler);
    }
}
