package org.chengxin.widget;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import org.chengxin.catalog.Audience;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.record.Archives;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Ids;
import org.chengxin.site.MarkSuspensions;
import reactor.core.publisher.Mono;

/**
 * Marks by subject. Each is read from the store once a second at the most, however many pages show it, and again when a
 * record of its subject has come to its end.
 */
final class Badges {

    /** What is gone from the archive, or suspended, is gone from the mark within two seconds. */
    static final Duration KEPT = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private final Archives archives;
    private final MarkSuspensions suspensions;
    private final StoreCalls store;
    private final AsyncCache<String, Optional<Badge>> asked = Caffeine.newBuilder()
            .expireAfter(Expiry.<String, Optional<Badge>>writing(
                    (subject, found) -> found.map(badge -> badge.holds(KEPT)).orElse(KEPT)))
            .maximumSize(MOST)
            .buildAsync();

    Badges(Archives archives, MarkSuspensions suspensions, StoreCalls store) {
        this.archives = archives;
        this.suspensions = suspensions;
        this.store = store;
    }

    /** The mark of a subject id or current USCC; empty when there is none: never was, hidden or gone. */
    Mono<Badge> of(String subject) {
        String wanted = CreditCode.check(subject) == CreditCode.Status.MALFORMED
                ? subject
                : CreditCode.of(subject).value();
        if (!Ids.possible(wanted)) {
            return Mono.empty();
        }
        return Mono.fromFuture(
                        () -> asked.get(wanted, (key, executor) -> read(key).toFuture()), true)
                .flatMap(Mono::justOrEmpty);
    }

    private Mono<Optional<Badge>> read(String subject) {
        return store.call(() -> archives.find(subject, Audience.PUBLIC, null)
                .flatMap(archive ->
                        Badge.of(archive, suspensions.of(archive.subject().id()))));
    }
}
