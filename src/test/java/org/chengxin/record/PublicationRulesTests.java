package org.chengxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicationRulesTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalName NAME = new LocalName("规则", "rule");
    private static final Instant PUBLISHED = Instant.parse("2026-05-02T02:00:00Z");

    private final PublicationRule trial = rule("order-58", "2023-05-01", PublicationRule.Scope.NEW, Period.ofYears(3));
    private final PublicationRule current =
            rule("order-36", "2026-04-01", PublicationRule.Scope.EXISTING, Period.ofYears(1));
    private final PublicationRules rules = new PublicationRules(List.of(current, trial), SHANGHAI);
    private final RecordType penalty = new RecordType(
            "penalty",
            NAME,
            Polarity.NEGATIVE,
            "双公示",
            null,
            null,
            Section.PENALTY,
            1,
            new RecordType.Publication("penalty", false, true, false),
            List.of(),
            List.of(),
            List.of());

    @Test
    void countsFromTheDecisionAndEndsWithTheDayInShanghai() {
        Term term = term("ordinary", "2026-05-01", null);
        assertThat(term.published()).isTrue();
        assertThat(term.until()).isEqualTo(Instant.parse("2027-05-01T16:00:00Z"));
    }

    @Test
    void theEarlierOfGivenAndComputedEndHolds() {
        assertThat(term("ordinary", "2026-05-01", "2026-08-01").until())
                .isEqualTo(Instant.parse("2026-08-01T16:00:00Z"));
        assertThat(term("ordinary", "2026-05-01", "2029-08-01").until())
                .isEqualTo(Instant.parse("2027-05-01T16:00:00Z"));
    }

    @Test
    void aLaterRuleForExistingRecordsShortensButNeverEndsBeforeItCameIntoForce() {
        assertThat(term("ordinary", "2025-10-01", null).until())
                .as("three years by the old rule, one by the new")
                .isEqualTo(Instant.parse("2026-10-01T16:00:00Z"));
        assertThat(term("ordinary", "2024-10-01", null).until())
                .as("one year had passed when the new rule came")
                .isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
    }

    @Test
    void aMinorLevelIsNotPublished() {
        assertThat(term("minor", "2026-05-01", null).published()).isFalse();
    }

    @Test
    void aLevelThatALaterRuleNoLongerPublishesEndsWhenThatRuleComesIntoForce() {
        PublicationRule published = new PublicationRule(
                "old",
                NAME,
                "令",
                LocalDate.parse("2023-05-01"),
                null,
                PublicationRule.Scope.NEW,
                List.of("penalty"),
                Map.of("minor", new PublicationRule.Level(true, null, Period.ofYears(3))),
                "minor",
                PublicationRule.End.MAXIMUM,
                PublicationRule.CountsFrom.DECISION,
                "stop",
                false,
                null);
        Term term = new PublicationRules(List.of(published, current), SHANGHAI)
                .of(penalty, "minor", LocalDate.parse("2026-01-10"), null, null, PUBLISHED);
        assertThat(term.until()).isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
    }

    @Test
    void aLevelNobodyKnowsIsTheDefault() {
        assertThat(term(null, "2026-05-01", null).level()).isEqualTo("ordinary");
        assertThat(term("strange", "2026-05-01", null).level()).isEqualTo("ordinary");
    }

    @Test
    void theFilesOfTheProductAreReadAndGovernPenalties() {
        PublicationRules product = new PublicationRules(RecordConfiguration.rules(), SHANGHAI);
        Term serious = product.of(penalty, "serious", LocalDate.of(2026, 5, 1), null, null, PUBLISHED);
        assertThat(serious.until()).isEqualTo(Instant.parse("2029-05-01T16:00:00Z"));
        assertThat(product.fingerprint())
                .isEqualTo(new PublicationRules(RecordConfiguration.rules(), SHANGHAI).fingerprint());
    }

    private Term term(@Nullable String level, String decided, @Nullable String given) {
        return rules.of(
                penalty,
                level,
                LocalDate.parse(decided),
                null,
                given == null ? null : LocalDate.parse(given),
                PUBLISHED);
    }

    private static PublicationRule rule(String code, String effective, PublicationRule.Scope scope, Period ordinary) {
        return new PublicationRule(
                code,
                NAME,
                "令",
                LocalDate.parse(effective),
                null,
                scope,
                List.of("penalty"),
                Map.of(
                        "minor", new PublicationRule.Level(false, Period.ZERO, Period.ofMonths(3)),
                        "ordinary", new PublicationRule.Level(true, Period.ofMonths(3), ordinary),
                        "serious", new PublicationRule.Level(true, Period.ofYears(1), Period.ofYears(3))),
                "ordinary",
                PublicationRule.End.MAXIMUM,
                PublicationRule.CountsFrom.DECISION,
                "stop",
                false,
                null);
    }
}
