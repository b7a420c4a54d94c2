package org.chengxin.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.RecordType;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemException.Violation;
import org.chengxin.platform.ProblemKind;
import org.chengxin.record.Archive;
import org.chengxin.record.Archives;
import org.chengxin.record.Source;
import org.chengxin.site.SiteProofs.Proof;

/** Reads what documents show, as the public may see it now. Blocks; call it off the event loop. */
final class Contents {

    private final Archives archives;
    private final BiFunction<String, String, Optional<Proof>> proofs;
    private final Catalog catalog;
    private final Clock clock;
    private final Duration longest;

    /**
     * @param proofs proof of a site by id of a subject and host
     * @param longest time since a source was taken in over which nothing is said from it
     */
    Contents(
            Archives archives,
            BiFunction<String, String, Optional<Proof>> proofs,
            Catalog catalog,
            Clock clock,
            Duration longest) {
        this.archives = archives;
        this.proofs = proofs;
        this.catalog = catalog;
        this.clock = clock;
        this.longest = longest;
    }

    /** What is shown now in a scope, without sources; empty when there is nothing of it any more. */
    Optional<Content> shown(String subject, Scope scope) {
        return archives.find(subject, Audience.PUBLIC, scope.asOf()).flatMap(archive -> inScope(archive, scope));
    }

    /**
     * What a new document is to show.
     *
     * @param subject id or current USCC
     * @return empty when the public sees no such subject
     * @throws ProblemException when it has no such commitment or no proof of the site, or a source is too stale
     */
    Optional<Content> toIssue(String subject, Scope scope) {
        return archives.find(subject, Audience.PUBLIC, scope.asOf()).map(archive -> {
            Content content = inScope(archive, scope)
                    .orElseThrow(() -> scope.kind() == DocumentKind.SITE
                            ? ProblemException.invalid("site", "unproved-site")
                            : ProblemException.invalid("record", "no-commitment"));
            return new Content(scope, content.archive(), content.proof(), sources(scope));
        });
    }

    private Optional<Content> inScope(Archive archive, Scope scope) {
        Archive part = scope.of(archive);
        String site = scope.site();
        if (site != null) {
            return proofs.apply(archive.subject().id(), site)
                    .filter(Proof::holds)
                    .map(proof -> new Content(scope, part, proof, List.of()));
        }
        boolean missing =
                scope.kind() == DocumentKind.COMMITMENT && part.records().isEmpty();
        return missing ? Optional.empty() : Optional.of(new Content(scope, part, null, List.of()));
    }

    private List<Source> sources(Scope scope) {
        return switch (scope.kind()) {
            case CREDIT_REPORT -> scope.part() ? archives.sources(scope.types()) : archives.sources();
            case CREDIT_QUERY -> fresh(archives.sources(scope.types()));
            case RED_LIST -> fresh(archives.sources(types(scope.kind())));
            case IDENTITY, SITE, COMMITMENT -> archives.sources(types(scope.kind()));
        };
    }

    private Set<String> types(DocumentKind kind) {
        return catalog.types().stream()
                .filter(type -> type.document() == kind)
                .map(RecordType::code)
                .collect(Collectors.toSet());
    }

    /** That nothing was found says something only of sources that are up to date. */
    private List<Source> fresh(List<Source> asked) {
        Instant oldest = clock.instant().minus(longest);
        List<Violation> stale = asked.stream()
                // what a subject states of itself it states once
                .filter(source -> source.kind() != Source.Kind.SUBJECT)
                .filter(source ->
                        source.refreshedAt() == null || source.refreshedAt().isBefore(oldest))
                .map(source -> source.refreshedAt() == null
                        ? new Violation("source", "never-taken-in", List.of(source.name()), null)
                        : new Violation(
                                "source",
                                "stale-source",
                                List.of(source.name(), source.refreshedAt().toString(), longest.toDays()),
                                null))
                .toList();
        if (asked.isEmpty()) {
            stale = List.of(new Violation("source", "no-source", List.of(), null));
        }
        if (!stale.isEmpty()) {
            throw ProblemException.of(ProblemKind.STALE_SOURCE, stale);
        }
        return asked;
    }
}
