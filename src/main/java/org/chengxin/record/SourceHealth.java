package org.chengxin.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengxin.platform.Degraded;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/** Health of the sources: how long ago each was taken in, the oldest first, and whether that is too long. */
final class SourceHealth extends AbstractReactiveHealthIndicator {

    /** Sources told one by one. */
    private static final int TOLD = 50;

    private final KnownSources sources;
    private final Clock clock;
    private final Duration longest;

    SourceHealth(KnownSources sources, Clock clock, Duration longest) {
        super("the sources could not be read");
        this.sources = sources;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return sources.all().map(known -> judged(builder, known));
    }

    private Health judged(Health.Builder builder, List<Source> known) {
        Instant now = clock.instant();
        Map<String, Object> ages = new LinkedHashMap<>();
        known.stream()
                // a subject that states something about itself may be a person
                .filter(source -> source.kind() != Source.Kind.SUBJECT)
                .sorted(Comparator.comparing(Source::refreshedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(TOLD)
                .forEach(source -> ages.put(source.name(), age(source, now)));
        long stale = known.stream()
                .filter(source -> source.refreshedAt() != null
                        && Duration.between(source.refreshedAt(), now).compareTo(longest) > 0)
                .count();
        builder.withDetail("sources", known.size()).withDetail("daysSinceTakenIn", ages);
        return stale == 0
                ? builder.up().build()
                : builder.status(Degraded.STATUS)
                        .withDetail("reason", stale + " sources were not taken in for " + longest.toDays() + " days")
                        .build();
    }

    private static Object age(Source source, Instant now) {
        return source.refreshedAt() == null
                ? "never"
                : Math.max(0, Duration.between(source.refreshedAt(), now).toDays());
    }
}
