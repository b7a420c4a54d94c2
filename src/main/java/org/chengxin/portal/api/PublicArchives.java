package org.chengxin.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.portal.api.Answers.Coverage;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.KnownSources;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the API reads from the store: always as the public, off the event loop, within a time limit. What is not there,
 * hidden or gone ends in the same 404.
 */
final class PublicArchives {

    private final Archives archives;
    private final KnownSources sources;
    private final StoreCalls store;

    PublicArchives(Archives archives, KnownSources sources, StoreCalls store) {
        this.archives = archives;
        this.sources = sources;
        this.store = store;
    }

    /** The archive of an id or current USCC. */
    Mono<Archive> archive(String id, @Nullable Instant asOf) {
        String wanted = CreditCode.check(id) == CreditCode.Status.MALFORMED
                ? id
                : CreditCode.of(id).value();
        return found(wanted, () -> archives.find(wanted, Audience.PUBLIC, asOf));
    }

    Mono<Archives.Found> record(String id) {
        return found(id, () -> archives.record(id, Audience.PUBLIC));
    }

    /** The sources with their freshness. */
    Mono<List<Coverage>> coverage() {
        return sources.all().map(all -> all.stream()
                .map(source -> new Coverage(source.name(), source.code(), source.refreshedAt(), source.records()))
                .toList());
    }

    private <T> Mono<T> found(String id, Callable<Optional<T>> work) {
        Mono<T> gone = Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        if (!Ids.possible(id)) {
            return gone;
        }
        return store.call(work).flatMap(Mono::justOrEmpty).switchIfEmpty(gone);
    }
}
