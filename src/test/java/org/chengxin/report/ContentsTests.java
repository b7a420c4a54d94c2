package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.platform.ProblemException;
import org.chengxin.platform.ProblemKind;
import org.chengxin.record.OneArchive;
import org.chengxin.site.SiteProofs;
import org.chengxin.site.SiteProofs.Proof;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What documents show, when they are refused, and when one does not hold any more. */
class ContentsTests {

    private static final String ID = "h7k2m9p4q6rt";
    private static final Scope QUERY = Scope.query(Set.of("permit"), LocalDate.parse("2026-01-01"), null);
    private static final Scope RED = Scope.of(DocumentKind.RED_LIST);
    private static final Scope SITE = Scope.site("gangbing.example.cn");

    private final OneArchive archives = new OneArchive(
            ReportWorld.archive(ReportWorld.permit(1), ReportWorld.red(), ReportWorld.penalty()), ReportWorld.SOURCES);
    private SiteProofs.@Nullable Proof proof;

    private Contents contents(int days) {
        return new Contents(
                archives,
                (subject, host) ->
                        Optional.ofNullable(proof).filter(known -> known.host().equals(host)),
                ReportWorld.CATALOG,
                Clock.fixed(ReportWorld.NOW, ZoneOffset.UTC),
                Duration.ofDays(days));
    }

    @Test
    void aSourceThatIsTooStaleIsNamedAndNothingIssuedThatRestsOnIt() {
        archives.sources = ReportWorld.SOURCES.subList(0, 2);
        assertThat(contents(5).toIssue(ID, QUERY)).isPresent();
        for (Scope scope : new Scope[] {QUERY, RED}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> contents(4).toIssue(ID, scope))
                    .satisfies(problem -> {
                        assertThat(problem.kind()).isEqualTo(ProblemKind.STALE_SOURCE);
                        assertThat(problem.violations()).singleElement().satisfies(violation -> {
                            assertThat(violation.reason()).isEqualTo("stale-source");
                            assertThat(violation.arguments()).contains("国家税务总局黄石市税务局", 4L);
                        });
                    });
        }
        assertThat(contents(4).toIssue(ID, Scope.of(DocumentKind.CREDIT_REPORT)))
                .as("a report says how fresh each source is and rests on none")
                .isPresent();
        archives.sources = ReportWorld.SOURCES;
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> contents(5).toIssue(ID, QUERY))
                .satisfies(problem ->
                        assertThat(problem.violations().get(0).reason()).isEqualTo("never-taken-in"));
        archives.sources = List.of();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> contents(5).toIssue(ID, QUERY))
                .satisfies(problem ->
                        assertThat(problem.violations().get(0).reason()).isEqualTo("no-source"));
    }

    @Test
    void onlyWhatADocumentShowsMakesItOutOfDate() {
        byte[] query = digest(QUERY);
        byte[] red = digest(RED);
        archives.archive = ReportWorld.archive(ReportWorld.permit(1), ReportWorld.red());
        assertThat(digest(QUERY)).as("a penalty that was not asked for went").isEqualTo(query);
        archives.archive = ReportWorld.archive(ReportWorld.red());
        assertThat(digest(QUERY)).as("the permit went").isNotEqualTo(query);
        assertThat(digest(RED)).isEqualTo(red);
        archives.archive = ReportWorld.archive();
        assertThat(digest(RED)).as("off the red list").isNotEqualTo(red);
        archives.archive = ReportWorld.archive(ReportWorld.subject("另一名称有限公司"), List.of(ReportWorld.red()));
        assertThat(digest(RED)).as("another name").isNotEqualTo(red);
    }

    @Test
    void aSiteIsToldAsLongAsItsProofHolds() {
        assertRefused(SITE, "site", "unproved-site");
        proof = proof(SiteProofs.State.PROVED, 1);
        byte[] shown = digest(SITE);
        assertThat(contents(30).toIssue(ID, Scope.site("https://www.gangbing.example.cn/x")))
                .isPresent();
        assertRefused(Scope.site("other.example.cn"), "site", "unproved-site");
        assertRefused(Scope.site("://"), "site", "unproved-site");
        proof = proof(SiteProofs.State.FAILING, 1);
        assertThat(digest(SITE))
                .as("the last check failed, and it has not lapsed")
                .isEqualTo(shown);
        proof = proof(SiteProofs.State.PROVED, 2);
        assertThat(digest(SITE)).as("proved anew after it had lapsed").isNotEqualTo(shown);
        proof = proof(SiteProofs.State.LAPSED, 1);
        assertThat(contents(30).shown(ID, SITE)).isEmpty();
        assertRefused(SITE, "site", "unproved-site");
    }

    @Test
    void aCommitmentIsOneOfItsSubjects() {
        assertRefused(Scope.commitment("permit1"), "record", "no-commitment");
        assertRefused(Scope.commitment("' or 1=1"), "record", "no-commitment");
        assertThat(contents(30).toIssue("nobody", Scope.commitment("permit1"))).isEmpty();
    }

    private void assertRefused(Scope scope, String field, String reason) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> contents(30).toIssue(ID, scope))
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_PARAMETER);
                    assertThat(problem.violations().get(0).field()).isEqualTo(field);
                    assertThat(problem.violations().get(0).reason()).isEqualTo(reason);
                });
    }

    private byte[] digest(Scope scope) {
        return contents(30).shown(ID, scope).orElseThrow().digest();
    }

    private static Proof proof(SiteProofs.State state, int since) {
        return new Proof(
                ID,
                "gangbing.example.cn",
                "token",
                state,
                "dns",
                ReportWorld.NOW,
                ReportWorld.NOW.minus(Duration.ofDays(since)),
                null);
    }
}
