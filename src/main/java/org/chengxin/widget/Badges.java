package org.chengxin.widget;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archives;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Ids;
import org.chengxin.site.MarkSuspensions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Marks by subject. Each is read from the store once in {@link #KEPT} at the most while nothing changes there, however many pages
 * show it; once a second while something does; and again when a record of its subject has come to its end.
 */
final class Badges {

    /** What begins with a moment, and no change tells, shows so much later. */
    static final Duration KEPT = Duration.ofSeconds(10);

    /** What is gone from the archive, or suspended, is gone from the mark within two seconds. */
    private static final Duration KEPT_AMONG_CHANGES = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private final Archives archives;
    private final MarkSuspensions suspensions;
    private final StoreCalls store;
    private final Supplier<@Nullable String> changes;
    private final Clock clock;
    private final AsyncCache<String, Kept> asked =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).buildAsync();

    /**
     * What was read.
     *
     * @param state of the store just before; null when that was not known
     */
    private record Kept(Optional<Badge> badge, @Nullable String state, Instant at) {}

    /** @param changes names the state of the store; null while that is not known */
    Badges(
            Archives archives,
            MarkSuspensions suspensions,
            StoreCalls store,
            Supplier<@Nullable String> changes,
            Clock clock) {
        this.archives = archives;
        this.suspensions = suspensions;
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    /** The mark of a subject id or current USCC; empty when there is none: never was, hidden or gone. */
    Mono<Badge> of(String subject) {
        String wanted = key(subject);
        if (!Ids.possible(wanted)) {
            return Mono.empty();
        }
        return Mono.defer(() -> {
                    CompletableFuture<Kept> kept = asked.getIfPresent(wanted);
                    if (kept != null && kept.isDone() && !holds(kept)) {
                        asked.asMap().remove(wanted, kept);
                    }
                    return Mono.fromFuture(
                            () -> asked.get(wanted, (key, executor) -> read(key).toFuture()), true);
                })
                .flatMap(kept -> Mono.justOrEmpty(kept.badge()));
    }

    /** The mark if it need not be read; null when it must be, or when there is none. Never blocks. */
    @Nullable
    Badge atHand(String subject) {
        CompletableFuture<Kept> kept = asked.getIfPresent(key(subject));
        return kept != null && kept.isDone() && holds(kept)
                ? kept.join().badge().orElse(null)
                : null;
    }

    private static String key(String subject) {
        return CreditCode.check(subject) == CreditCode.Status.MALFORMED
                ? subject
                : CreditCode.of(subject).value();
    }

    private boolean holds(CompletableFuture<Kept> read) {
        if (read.isCompletedExceptionally()) {
            return false;
        }
        Kept kept = read.join();
        Instant now = clock.instant();
        boolean unchanged = kept.state() != null && kept.state().equals(changes.get());
        // a clock that was ahead read what is not yet
        return !now.isBefore(kept.at())
                && now.isBefore(kept.at().plus(unchanged ? KEPT : KEPT_AMONG_CHANGES))
                && kept.badge().map(badge -> badge.holdsAt(now)).orElse(true);
    }

    /** How long from now a mark holds: so long at the most, and not beyond the end of a record. */
    Duration left(Badge badge, Duration most) {
        return badge.left(clock.instant(), most);
    }

    private Mono<Kept> read(String subject) {
        return Mono.defer(() -> {
            String state = changes.get();
            Instant now = clock.instant();
            return store.call(() -> archives.find(subject, Audience.PUBLIC, null)
                            .flatMap(archive -> Badge.of(
                                    archive, suspensions.of(archive.subject().id()))))
                    .map(badge -> new Kept(badge, state, now));
        });
    }
}
