package org.chengxin.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chengxin.TestStore;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.platform.store.Change;
import org.chengxin.platform.store.ConcurrentChangeException;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.NameKey;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordStoreIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T02:00:00Z");

    private final TestStore store = TestStore.fresh();
    private final SubjectStore subjects = new SubjectStore(store.jdbc, store.copy, store.json);
    private final RecordStore records = new RecordStore(store.jdbc, store.copy, store.json);

    @BeforeEach
    void source() {
        new SourceStore(store.jdbc, CatalogLoader.load()).put("samr", "市场监管局", Source.Kind.DEPARTMENT);
        write(subject("s1", 1, "黄石市港饼网络科技有限公司"));
    }

    @Test
    void keepsASubjectWholeAndFindsItByCodeIdentifierAndExactName() {
        Subject kept = subjects.find("s1").orElseThrow();
        assertThat(kept).isEqualTo(subject("s1", 1, "黄石市港饼网络科技有限公司"));
        assertThat(subjects.findByUscc("91330106673959654P")).contains(kept);
        assertThat(subjects.matching(List.of(), List.of("domain:gangbing.example.cn"), List.of()))
                .containsExactly(kept);
        assertThat(subjects.matching(List.of(), List.of(), List.of(NameKey.of("黄石港饼食品厂"))))
                .as("by a former name")
                .containsExactly(kept);
        assertThat(subjects.matching(List.of(), List.of(), List.of(NameKey.of("港饼"))))
                .as("never by a brand")
                .isEmpty();
    }

    @Test
    void keepsEveryVersionWithWhoWhenAndWhyAndAnswersAsOf() {
        write(record(1, RecordState.PUBLISHED), MONDAY, "import a.csv");
        write(record(2, RecordState.WITHDRAWN), TUESDAY, "withdrawn by the authority");

        assertThat(records.find("r1").orElseThrow().state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(records.asOf("s1", MONDAY.plusSeconds(60))).containsExactly(record(1, RecordState.PUBLISHED));
        assertThat(store.jdbc
                        .sql("select content->>'changed_by' || ': ' || (content->>'change_reason') from record_version"
                                + " where id = 'r1' order by version")
                        .query(String.class)
                        .list())
                .containsExactly("desk: import a.csv", "desk: withdrawn by the authority");
    }

    @Test
    void refusesAVersionThatDoesNotFollowOnTheStoredOne() {
        write(record(1, RecordState.PUBLISHED), MONDAY, "first");
        write(record(2, RecordState.PUBLISHED), MONDAY, "second");
        assertThatThrownBy(() -> write(record(2, RecordState.REPAIRED), TUESDAY, "from a stale reading"))
                .isInstanceOf(ConcurrentChangeException.class);
        assertThat(records.find("r1").orElseThrow().state()).isEqualTo(RecordState.PUBLISHED);
    }

    @Test
    void aChangeAndItsOutboxRowAreOneTransaction() {
        long before = outbox();
        store.transaction.executeWithoutResult(status -> {
            records.save(List.of(record(1, RecordState.PUBLISHED)), new Change("desk", MONDAY, "never committed"));
            status.setRollbackOnly();
        });
        assertThat(outbox()).isEqualTo(before);
        write(record(1, RecordState.PUBLISHED), MONDAY, "committed");
        assertThat(outbox()).isEqualTo(before + 1);
    }

    @Test
    void keepsHostileTextAsItIs() {
        Map<String, String> data = Map.of("facts", "a\tb\\N\n\"c\" {d} '; drop table record; -- 𬭎\r");
        CreditRecord hostile = new CreditRecord(
                "r9",
                "penalty",
                "s1",
                RecordState.PUBLISHED,
                false,
                "黄市监〔2026〕9号",
                "局",
                null,
                null,
                null,
                data,
                MONDAY,
                null,
                "k9",
                "samr",
                1);
        write(hostile, MONDAY, "odd\ttext\\");
        assertThat(records.find("r9")).contains(hostile);
    }

    private long outbox() {
        return store.jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private void write(Subject subject) {
        store.transaction.executeWithoutResult(
                status -> subjects.save(List.of(subject), new Change("desk", MONDAY, "test")));
    }

    private void write(CreditRecord record, Instant at, String reason) {
        store.transaction.executeWithoutResult(status -> records.save(List.of(record), new Change("desk", at, reason)));
    }

    private static Subject subject(String id, int version, String name) {
        return new Subject(
                id,
                SubjectKind.ENTERPRISE,
                name,
                CreditCode.of("91330106673959654P"),
                List.of(new Identifier(Identifier.Scheme.DOMAIN, "gangbing.example.cn")),
                List.of(
                        new OtherName(OtherName.Kind.FORMER, "黄石港饼食品厂", LocalDate.of(2018, 3, 1)),
                        new OtherName(OtherName.Kind.BRAND, "港饼", null)),
                "420202",
                "黄石港区某路1号",
                SubjectStatus.ACTIVE,
                null,
                null,
                "张三",
                LocalDate.of(2015, 5, 6),
                "100万元",
                null,
                "食品",
                "samr",
                version);
    }

    private static CreditRecord record(int version, RecordState state) {
        return new CreditRecord(
                "r1",
                "penalty",
                "s1",
                state,
                false,
                "黄市监罚〔2026〕1号",
                "黄石市市场监督管理局",
                LocalDate.of(2026, 11, 1),
                null,
                "ordinary",
                Map.of("facts", "虚假宣传"),
                MONDAY,
                Instant.parse("2027-11-01T16:00:00Z"),
                "k1",
                "samr",
                version);
    }
}
