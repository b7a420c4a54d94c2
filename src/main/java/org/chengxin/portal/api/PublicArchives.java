package org.chengxin.portal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Ids;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the API reads from the store: always as the public, off the event loop, within a time limit. What is not there,
 * hidden or gone ends in the same 404.
 */
final class PublicArchives {

    private final Archives archives;
    private final KnownSources sources;
    /** Archives read from the store at once: its calls are short. */
    private static final int AT_ONCE = 250;

    private final StoreCalls store;
    private final Clock clock;
    private final Duration silent;

    /**
     * The departments a question about restrictions covers.
     *
     * @param unknown those that were silent for so long that what they know today is not known here
     * @param asOf all others were taken in at this moment or later; null when there are none
     */
    record Departments(List<Coverage> unknown, @Nullable Instant asOf) {}

    /** @param silent time since a source was taken in after which it is not known what it knows */
    PublicArchives(Archives archives, KnownSources sources, StoreCalls store, Clock clock, Duration silent) {
        this.archives = archives;
        this.sources = sources;
        this.store = store;
        this.clock = clock;
        this.silent = silent;
    }

    /** The archive of an id or current USCC. */
    Mono<Archive> archive(String id, @Nullable Instant asOf) {
        String wanted = CreditCode.check(id) == CreditCode.Status.MALFORMED
                ? id
                : CreditCode.of(id).value();
        return found(wanted, () -> archives.find(wanted, Audience.PUBLIC, asOf));
    }

    /** The archives of ids and USCCs, by what was asked for; without what is not there, hidden or gone, and without relations. */
    Mono<Map<String, Archive>> archives(List<String> idsOrUsccs) {
        return Flux.fromIterable(idsOrUsccs)
                .buffer(AT_ONCE)
                .concatMap(some -> store.<Map<String, Archive>>call(() -> archives.find(some, Audience.PUBLIC)))
                .collect(HashMap::new, Map::putAll);
    }

    Mono<Archives.Found> record(String id) {
        return found(id, () -> archives.record(id, Audience.PUBLIC));
    }

    /** The sources with their freshness. */
    Mono<List<Coverage>> coverage() {
        return sources.all()
                .map(all -> all.stream().map(PublicArchives::coverage).toList());
    }

    /** The departments with their freshness. */
    Mono<Departments> departments() {
        Instant longAgo = clock.instant().minus(silent);
        return sources.all().map(all -> {
            List<Source> silentOnes = new ArrayList<>();
            List<Instant> heard = new ArrayList<>();
            for (Source source : all) {
                Instant refreshed = source.refreshedAt();
                if (source.kind() != Source.Kind.DEPARTMENT) {
                    continue;
                }
                if (refreshed != null && refreshed.isAfter(longAgo)) {
                    heard.add(refreshed);
                } else {
                    silentOnes.add(source);
                }
            }
            return new Departments(
                    silentOnes.stream().map(PublicArchives::coverage).toList(),
                    heard.stream().min(Comparator.naturalOrder()).orElse(null));
        });
    }

    private static Coverage coverage(Source source) {
        return new Coverage(source.name(), source.code(), source.refreshedAt(), source.records());
    }

    private <T> Mono<T> found(String id, Callable<Optional<T>> work) {
        Mono<T> gone = Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        if (!Ids.possible(id)) {
            return gone;
        }
        return store.call(work).flatMap(Mono::justOrEmpty).switchIfEmpty(gone);
    }
}
