package org.chengxin.portal.page;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.record.PublicFigures;
import org.chengxin.record.Source;
import org.chengxin.rights.Objections;
import org.chengxin.search.RecordHit;
import org.chengxin.shared.Ids;
import org.chengxin.site.SiteProofs;
import reactor.core.publisher.Mono;

/** What pages read from the store, always as the public and off the event loop; empty becomes the 404 page. */
final class StoreReads {

    /** A mark is not worth a longer wait. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Archives archives;
    private final KnownSources sources;
    private final Objections objections;
    private final SiteProofs proofs;
    private final StoreCalls store;
    private final Mono<PublicFigures.Counts> figures;

    StoreReads(
            Archives archives,
            KnownSources sources,
            Objections objections,
            SiteProofs proofs,
            PublicFigures figures,
            StoreCalls store) {
        this.archives = archives;
        this.sources = sources;
        this.objections = objections;
        this.proofs = proofs;
        this.store = store;
        // counting a whole city takes the store a second: those who ask meanwhile share the answer, nobody gets an old
        // one
        this.figures = store.<PublicFigures.Counts>call(figures::counts)
                .cache(found -> Duration.ZERO, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<Archive> archive(String id) {
        return store.call(() -> nameable(id).flatMap(known -> archives.find(known, Audience.PUBLIC, null)))
                .map(found -> found.orElseThrow(PageProblem::notFound));
    }

    Mono<Archives.Found> record(String id) {
        return store.call(() -> nameable(id).flatMap(known -> archives.record(known, Audience.PUBLIC)))
                .map(found -> found.orElseThrow(PageProblem::notFound));
    }

    /** Hosts that a subject is proved to hold. */
    Mono<List<String>> provedSites(String subject) {
        return store.call(() ->
                proofs.holding(subject).stream().map(SiteProofs.Proof::host).toList());
    }

    /** Which of these records are under objection (异议处理中). */
    Mono<Set<String>> underObjection(Collection<String> recordIds) {
        return store.call(() -> objections.underObjection(
                recordIds.stream().filter(Ids::possible).toList()));
    }

    /**
     * The same for rows of a list, which is answered from the index alone: while the store is away they stand without the
     * mark, and soon.
     */
    Mono<Set<String>> underObjectionIfKnown(List<RecordHit> hits) {
        if (hits.isEmpty()) {
            return Mono.just(Set.of());
        }
        return underObjection(hits.stream().map(RecordHit::id).toList())
                .timeout(SOON)
                .onErrorReturn(failure -> failure instanceof TimeoutException || isAway(failure), Set.of());
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException problem && problem.kind() == ProblemKind.STORE_UNAVAILABLE;
    }

    private static Optional<String> nameable(String id) {
        return Ids.possible(id) ? Optional.of(id) : Optional.empty();
    }

    /** How much is in publication now. */
    Mono<PublicFigures.Counts> figures() {
        return figures;
    }

    Mono<List<Source>> sources() {
        return sources.all();
    }
}
