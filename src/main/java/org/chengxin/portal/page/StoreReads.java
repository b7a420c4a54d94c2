package org.chengxin.portal.page;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.record.Source;
import org.chengxin.rights.Objections;
import org.chengxin.shared.Ids;
import reactor.core.publisher.Mono;

/** What pages read from the store, always as the public and off the event loop; empty becomes the 404 page. */
final class StoreReads {

    private final Archives archives;
    private final KnownSources sources;
    private final Objections objections;
    private final StoreCalls store;

    StoreReads(Archives archives, KnownSources sources, Objections objections, StoreCalls store) {
        this.archives = archives;
        this.sources = sources;
        this.objections = objections;
        this.store = store;
    }

    Mono<Archive> archive(String id) {
        return store.call(() -> nameable(id).flatMap(known -> archives.find(known, Audience.PUBLIC, null)))
                .map(found -> found.orElseThrow(PageProblem::notFound));
    }

    Mono<Archives.Found> record(String id) {
        return store.call(() -> nameable(id).flatMap(known -> archives.record(known, Audience.PUBLIC)))
                .map(found -> found.orElseThrow(PageProblem::notFound));
    }

    /** Which of these records are under objection (异议处理中). */
    Mono<Set<String>> underObjection(Collection<String> recordIds) {
        return store.call(() -> objections.underObjection(
                recordIds.stream().filter(Ids::possible).toList()));
    }

    private static Optional<String> nameable(String id) {
        return Ids.possible(id) ? Optional.of(id) : Optional.empty();
    }

    Mono<List<Source>> sources() {
        return sources.all();
    }
}
