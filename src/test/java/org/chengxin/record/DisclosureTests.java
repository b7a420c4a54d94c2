package org.chengxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureTests {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final Disclosure disclosure = new Disclosure(CatalogLoader.load());
    private final Subject company = subject(SubjectKind.ENTERPRISE);
    private final Subject person = subject(SubjectKind.NATURAL_PERSON_SELLER);

    @ParameterizedTest
    @EnumSource(value = RecordState.class, mode = EnumSource.Mode.EXCLUDE, names = "PUBLISHED")
    void onlyWhatIsPublishedIsSeenByAnybody(RecordState state) {
        CreditRecord record = record("penalty", state, false, NOW.plusSeconds(9), Map.of());
        for (Audience audience : Audience.values()) {
            assertThat(disclosure.record(record, company, audience, NOW)).isEmpty();
        }
    }

    @Test
    void publicationEndsAtItsEndAndNotAMomentLater() {
        CreditRecord record = record("penalty", RecordState.PUBLISHED, false, NOW, Map.of());
        assertThat(disclosure.record(record, company, Audience.PUBLIC, NOW.minusMillis(1)))
                .isPresent();
        assertThat(disclosure.record(record, company, Audience.PUBLIC, NOW)).isEmpty();
    }

    @Test
    void whatIsIncompleteIsNotPublic() {
        CreditRecord record = record("penalty", RecordState.PUBLISHED, true, null, Map.of());
        assertThat(disclosure.record(record, company, Audience.PUBLIC, NOW)).isEmpty();
    }

    @Test
    void ofANaturalPersonOnlyAListIsPublic() {
        assertThat(seen("penalty", person, Map.of())).isEmpty();
        assertThat(seen("permit", person, Map.of())).isEmpty();
        assertThat(seen("serious-default", person, Map.of())).isPresent();
    }

    @Test
    void aGradeIsNotShownByDefault() {
        assertThat(seen("public-grade", company, Map.of())).isEmpty();
        assertThat(disclosure.record(
                        record("public-grade", RecordState.PUBLISHED, false, null, Map.of()),
                        company,
                        Audience.DEPARTMENT,
                        NOW))
                .isPresent();
    }

    @Test
    void aCommitmentThatItsSourceDidNotOpenIsSeenByAuthoritiesOnly() {
        Map<String, String> limited = Map.of("disclosure", "limited");
        assertThat(seen("commitment", company, Map.of("disclosure", "public"))).isPresent();
        assertThat(seen("commitment", company, Map.of())).isPresent();
        assertThat(seen("commitment", company, limited)).isEmpty();
        CreditRecord record = record("commitment", RecordState.PUBLISHED, false, null, limited);
        assertThat(disclosure.record(record, company, Audience.PLATFORM, NOW)).isEmpty();
        assertThat(disclosure.record(record, company, Audience.DEPARTMENT, NOW)).isPresent();
    }

    @Test
    void fieldsAreHiddenAndMaskedAsTheCatalogueSaysAndFreeTextIsCleaned() {
        Map<String, String> data = Map.of(
                "facts", "当事人（420202199001011234）以13812341234联系买家",
                "publishUntil", "2027-01-01",
                "remark", "内部备注");
        Map<String, String> seen = values("penalty", data, Audience.PUBLIC);
        assertThat(seen).containsEntry("facts", "当事人（4202**********1234）以138****1234联系买家");
        assertThat(seen).doesNotContainKeys("publishUntil", "remark");
        assertThat(values("penalty", data, Audience.DEPARTMENT)).containsEntry("facts", data.get("facts"));
        assertThat(values("commitment", Map.of("signatory", "方维舟"), Audience.PUBLIC))
                .containsEntry("signatory", "方**");
    }

    @Test
    void aNaturalPersonIsPublicOnlyThroughARecordAndThenWithoutWhatIsPersonal() {
        assertThat(disclosure.subject(person, List.of(), Audience.PUBLIC)).isEmpty();
        Archive.RecordView entry = seen("serious-default", person, Map.of()).orElseThrow();
        Archive.SubjectView view =
                disclosure.subject(person, List.of(entry), Audience.PUBLIC).orElseThrow();
        assertThat(view.address()).isNull();
        assertThat(view.representative()).isNull();
        assertThat(view.identifiers()).isEmpty();
    }

    @Test
    void noAudienceGetsTheHashOfAnIdentityNumber() {
        for (Audience audience : Audience.values()) {
            assertThat(disclosure
                            .subject(company, List.of(), audience)
                            .orElseThrow()
                            .identifiers())
                    .noneMatch(identifier -> identifier.scheme() == Identifier.Scheme.IDENTITY_HASH);
        }
    }

    @Test
    void thePlaceOfAnIndividualBusinessIsMaskedForItMayBeAHome() {
        Subject business = subject(SubjectKind.INDIVIDUAL_BUSINESS);
        assertThat(disclosure
                        .subject(business, List.of(), Audience.PUBLIC)
                        .orElseThrow()
                        .address())
                .isEqualTo("黄石市黄石******");
        assertThat(disclosure
                        .subject(business, List.of(), Audience.DEPARTMENT)
                        .orElseThrow()
                        .address())
                .isEqualTo("黄石市黄石港区某路1号");
    }

    private Optional<Archive.RecordView> seen(String type, Subject subject, Map<String, String> data) {
        return disclosure.record(record(type, RecordState.PUBLISHED, false, null, data), subject, Audience.PUBLIC, NOW);
    }

    private Map<String, String> values(String type, Map<String, String> data, Audience audience) {
        return disclosure
                .record(record(type, RecordState.PUBLISHED, false, null, data), company, audience, NOW)
                .orElseThrow()
                .values()
                .stream()
                .collect(Collectors.toMap(value -> value.field().name(), Archive.Value::text));
    }

    private static Subject subject(SubjectKind kind) {
        return new Subject(
                "s1",
                kind,
                "王小明",
                null,
                List.of(new Identifier(Identifier.Scheme.IDENTITY_HASH, "ab12")),
                List.of(),
                "420202",
                "黄石市黄石港区某路1号",
                SubjectStatus.ACTIVE,
                null,
                null,
                "王小明",
                null,
                null,
                null,
                null,
                "samr",
                1);
    }

    private static CreditRecord record(
            String type, RecordState state, boolean incomplete, @Nullable Instant until, Map<String, String> data) {
        return new CreditRecord(
                "r1",
                type,
                "s1",
                state,
                incomplete,
                "文号1",
                "黄石市市场监督管理局",
                LocalDate.of(2026, 11, 1),
                null,
                null,
                data,
                NOW.minusSeconds(60),
                until,
                "k1",
                "samr",
                1);
    }
}
