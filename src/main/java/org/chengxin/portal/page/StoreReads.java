package org.chengxin.portal.page;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.record.Source;
import org.chengxin.rights.Objections;
import reactor.core.publisher.Mono;

/** What pages read from the store, always as the public and off the event loop; empty becomes the 404 page. */
final class StoreReads {

    /** Ids and codes are letters and digits; anything else names nothing and is not asked for. */
    private static final Pattern NAMEABLE = Pattern.compile("[0-9A-Za-z]{1,32}");

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
                recordIds.stream().filter(id -> nameable(id).isPresent()).toList()));
    }

    private static Optional<String> nameable(String id) {
        return NAMEABLE.matcher(id).matches() ? Optional.of(id) : Optional.empty();
    }

    Mono<List<Source>> sources() {
        return sources.all();
    }
}
