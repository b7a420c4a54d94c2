package org.chengxin.portal.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.portal.api.Answers.Coverage;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.shared.CreditCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What the API reads from the store: always as the public, off the event loop, within a time limit. What is not there,
 * hidden or gone ends in the same 404.
 */
final class PublicArchives {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Freshness changes with each intake, not with each look-up: the store is asked once in this time. */
    private static final Duration COVERAGE_KEPT = Duration.ofSeconds(10);
    /** Anything else is the id of nothing: the store need not be asked. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,40}");

    private final Archives archives;
    private final Scheduler scheduler;
    private final AsyncCache<String, List<Coverage>> coverage =
            Caffeine.newBuilder().expireAfterWrite(COVERAGE_KEPT).buildAsync();

    PublicArchives(Archives archives, Scheduler scheduler) {
        this.archives = archives;
        this.scheduler = scheduler;
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

    /** The sources with their freshness; readers that come together share one look into the store. */
    Mono<List<Coverage>> coverage() {
        return Mono.fromFuture(
                () -> coverage.get(
                        "sources", (key, executor) -> read(this::sources).toFuture()),
                true);
    }

    private List<Coverage> sources() {
        return archives.sources().stream()
                .map(source -> new Coverage(source.name(), source.code(), source.refreshedAt(), source.records()))
                .toList();
    }

    private <T> Mono<T> found(String id, Callable<Optional<T>> work) {
        Mono<T> gone = Mono.error(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        if (!ID.matcher(id).matches()) {
            return gone;
        }
        return read(work).flatMap(Mono::justOrEmpty).switchIfEmpty(gone);
    }

    private <T> Mono<T> read(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler).timeout(LIMIT);
    }
}
