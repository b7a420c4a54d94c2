package org.chengxin.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengxin.catalog.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * How long a record may be public: the dated rule sets of {@code publication-rules/*.yaml} applied to its facts.
 *
 * <p>A term depends on the record's facts and the rule sets only, never on the present moment, so it is computed once at
 * the write and every door compares its end with the moment of the answer. Where two rule sets apply to a record, the end
 * that is better for the subject holds, but a later rule never ends publication before the day it came into force.
 */
public final class PublicationRules {

    private final List<PublicationRule> rules;
    private final ZoneId zone;

    PublicationRules(List<PublicationRule> rules, ZoneId zone) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(PublicationRule::effective))
                .toList();
        this.zone = zone;
    }

    /** The rule sets of the product, for days that end in a zone. */
    public static PublicationRules load(ZoneId zone) {
        return new PublicationRules(RecordConfiguration.rules(), zone);
    }

    /** All rule sets, the oldest first. */
    public List<PublicationRule> all() {
        return rules;
    }

    /** Rule families that any rule set governs. */
    public List<String> families() {
        return rules.stream()
                .flatMap(rule -> rule.families().stream())
                .distinct()
                .toList();
    }

    /** Changes when any rule set changes; ends computed under another fingerprint must be computed again. */
    public String fingerprint() {
        return Integer.toHexString(rules.toString().hashCode());
    }

    /**
     * The term of a record.
     *
     * @param level level as the source names it, null for the rule's default
     * @param givenUntil publication end as given by the source; the earlier of given and computed holds
     * @param publishedAt when it was or would be published
     */
    public Term of(
            RecordType type,
            @Nullable String level,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate givenUntil,
            Instant publishedAt) {
        LocalDate published = publishedAt.atZone(zone).toLocalDate();
        LocalDate decided = decidedOn == null ? published : decidedOn;
        List<PublicationRule> family = rules.stream()
                .filter(rule -> rule.families().contains(type.publication().rule()))
                .toList();
        if (family.isEmpty()) {
            throw new IllegalStateException("no publication rule governs the family "
                    + type.publication().rule() + " of " + type.code());
        }
        PublicationRule base = family.stream()
                .filter(rule -> rule.inForceOn(decided))
                .reduce((earlier, later) -> later)
                .orElse(family.get(0));
        List<Term> terms = new ArrayList<>();
        terms.add(term(base, level, decided, published, validUntil, null));
        for (PublicationRule later : family) {
            if (later.scope() == PublicationRule.Scope.EXISTING
                    && later.effective().isAfter(decided)) {
                terms.add(term(later, level, decided, published, validUntil, later.effective()));
            }
        }
        Optional<Instant> given = Optional.ofNullable(givenUntil).map(this::endOf);
        Instant until = Stream.concat(terms.stream().map(Term::until), Stream.of(given.orElse(null)))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Term(terms.get(0).published(), until, terms.get(0).level());
    }

    private Term term(
            PublicationRule rule,
            @Nullable String asked,
            LocalDate decided,
            LocalDate published,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate notBefore) {
        String name = asked != null && rule.levels().containsKey(asked) ? asked : rule.defaultLevel();
        PublicationRule.Level level = Objects.requireNonNull(rule.levels().get(name), () -> rule.code() + ": " + name);
        LocalDate start = rule.countsFrom() == PublicationRule.CountsFrom.DECISION ? decided : published;
        LocalDate maximum = level.maximum() == null ? null : start.plus(level.maximum());
        LocalDate end =
                switch (rule.end()) {
                    case OPEN -> null;
                    case MAXIMUM -> maximum;
                    case VALIDITY -> validUntil;
                    case VALIDITY_OR_MAXIMUM -> validUntil != null ? validUntil : maximum;
                };
        Instant until = end == null ? null : endOf(end);
        if (notBefore != null) {
            Instant inForce = notBefore.atStartOfDay(zone).toInstant();
            boolean overAlready = !level.published() || (until != null && until.isBefore(inForce));
            until = overAlready ? inForce : until;
        }
        return new Term(level.published(), until, name);
    }

    /** The first moment after a day in the portal's zone. */
    private Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
