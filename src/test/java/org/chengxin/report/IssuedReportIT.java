package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.chengxin.TestStore;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.platform.store.Change;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archives;
import org.chengxin.record.CreditRecord;
import org.chengxin.record.RecordState;
import org.chengxin.record.RecordStore;
import org.chengxin.record.Source;
import org.chengxin.record.SourceStore;
import org.chengxin.record.TestArchives;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Ids;
import org.chengxin.shared.Sha256;
import org.chengxin.subject.Regions;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.chengxin.subject.SubjectStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** A report over the real store and the real catalogue, from download to the day it no longer holds. */
class IssuedReportIT {

    private static final Instant PUBLISHED = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant END = Instant.parse("2027-11-01T16:00:00Z");

    private final TestStore store = TestStore.fresh();
    private static final Change CHANGE = new Change("desk", PUBLISHED, "test");

    private final SubjectStore subjects = new SubjectStore(store.jdbc, store.copy, store.json);
    private final RecordStore records = new RecordStore(store.jdbc, store.copy, store.json);
    private Instant now = ReportWorld.NOW;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final Archives archives = TestArchives.of(store, clock);
    private final StoredDocuments register = new StoredDocuments(store.jdbc);
    private final Catalog catalog = CatalogLoader.load();
    private final Contents contents =
            new Contents(archives, (subject, host) -> Optional.empty(), catalog, clock, Duration.ofDays(30));
    private final WritingQueue queue = new WritingQueue(1, 2, System::nanoTime, () -> 0, time -> {});
    private final Reports reports = new Reports(
            contents,
            register,
            new DocumentWriter(catalog, Regions.load()::path, ReportWorld.ISSUER, TestKeys.signer()),
            new DocumentStatements(TestKeys.statements(), ReportWorld.ISSUER),
            new Ids(new Random(3)),
            clock,
            ReportWorld.ISSUER.zone(),
            new StoreCalls(Schedulers.immediate()),
            queue,
            new SimpleMeterRegistry());
    private final Verifications verifications = new Verifications(
            register,
            contents,
            TestKeys.check(),
            () -> new OfflineCheck(PublishedKey.ofKeySet(TestKeys.keySet()), null, ReportWorld.NOW),
            clock,
            new StoreCalls(Schedulers.immediate()));
    private final Supersession supersession = new Supersession(register, verifications, store.transaction, clock);

    @BeforeEach
    void subjectWithAPenalty() {
        new SourceStore(store.jdbc, catalog).put("samr", "市场监管局", Source.Kind.DEPARTMENT);
        store.transaction.executeWithoutResult(status -> {
            subjects.save(List.of(subject("s1", "黄石市港饼网络科技有限公司", "91330106673959654P", null)), CHANGE);
            records.save(List.of(penalty(1, RecordState.PUBLISHED)), CHANGE);
        });
    }

    @Test
    void isKeptByDigestAndFoundByNumberAndFile() {
        Report report = issue();
        IssuedDocument kept = register.byNumber(report.number()).orElseThrow();
        assertThat(kept.recordIds()).containsExactly("r1");
        assertThat(kept.issuedAt()).isEqualTo(ReportWorld.NOW);
        assertThat(kept.fileDigest()).isEqualTo(Sha256.of(report.pdf()));
        assertThat(register.byFile(Sha256.of(report.pdf())).orElseThrow().number())
                .isEqualTo(report.number());
        assertThat(register.byNumber("CX20261124AAAAAAAAAAAAA")).isEmpty();
        assertThat(PdfReading.text(report.pdf())).contains("湖北省黄石市黄石港区", "虚假宣传", "黄市监罚〔2026〕1号", "市场监管局", "2027-11-01");
    }

    @Test
    void isCurrentUntilARecordIsTakenDown() {
        Report report = issue();
        assertThat(state(report)).isEqualTo("current");
        store.transaction.executeWithoutResult(status -> records.save(
                List.of(penalty(2, RecordState.WITHDRAWN)), new Change("desk", now, "withdrawn by the authority")));
        assertThat(state(report)).isEqualTo("updated");
        Report fresh = issue();
        assertThat(PdfReading.text(fresh.pdf())).contains("未发现公示期内的失信信息").doesNotContain("虚假宣传");
        assertThat(state(fresh)).isEqualTo("current");
    }

    @Test
    void isCurrentToTheLastMomentOfPublicationAndUpdatedFromTheNextWithoutAnyWrite() {
        Report report = issue();
        now = END.minusMillis(1);
        assertThat(state(report)).isEqualTo("current");
        now = END;
        assertThat(state(report)).isEqualTo("updated");
        now = END.plus(Duration.ofDays(400));
        assertThat(state(report)).isEqualTo("updated");
    }

    @Test
    void getsOnTheListOfRevocationsWhenItsSubjectChangesAndLeavesItAtItsOwnEnd() {
        Report report = issue();
        supersession.run();
        assertThat(register.superseded(now)).isEmpty();
        assertThat(due()).isEmpty();
        store.transaction.executeWithoutResult(status ->
                records.save(List.of(penalty(2, RecordState.WITHDRAWN)), new Change("desk", now, "withdrawn")));
        Report fresh = issue();
        supersession.run();
        assertThat(register.superseded(now)).containsExactly(report.number()).doesNotContain(fresh.number());
        now = now.plus(Duration.ofDays(400));
        assertThat(register.superseded(now)).as("its own end says enough").isEmpty();
    }

    @Test
    void isComparedAgainEachDayAndWhenABranchChanges() {
        issue();
        supersession.run();
        now = now.plus(Duration.ofDays(1));
        assertThat(due()).hasSize(1);
        supersession.run();
        assertThat(due()).isEmpty();
        store.transaction.executeWithoutResult(
                status -> subjects.save(List.of(subject("s2", "黄石市港饼网络科技有限公司铁山分公司", null, "s1")), CHANGE));
        assertThat(due()).hasSize(1);
        supersession.run();
        assertThat(register.superseded(now)).hasSize(1);
    }

    @Test
    void isComparedEachDayAgainAfterAClockThatWasAhead() {
        issue();
        Instant right = now;
        now = right.plus(Duration.ofDays(90));
        supersession.run();
        now = right;
        assertThat(due()).hasSize(1);
        supersession.run();
        assertThat(due()).isEmpty();
    }

    private List<IssuedDocument> due() {
        return register.due(now, now.plus(Duration.ofDays(2)), 10);
    }

    private Report issue() {
        return Objects.requireNonNull(
                reports.issue("91330106673959654P", Scope.of(DocumentKind.CREDIT_REPORT), Locale.CHINESE, "reader")
                        .block());
    }

    private String state(Report report) {
        return Objects.requireNonNull(verifications.find(report.number()).block())
                .code();
    }

    private static Subject subject(String id, String name, @Nullable String uscc, @Nullable String branchOf) {
        return new Subject(
                id,
                SubjectKind.ENTERPRISE,
                name,
                uscc == null ? null : CreditCode.of(uscc),
                List.of(),
                List.of(),
                "420202",
                null,
                SubjectStatus.ACTIVE,
                branchOf,
                null,
                "张三",
                null,
                null,
                null,
                null,
                "samr",
                1);
    }

    private static CreditRecord penalty(int version, RecordState state) {
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
                Map.of("documentNumber", "黄市监罚〔2026〕1号", "facts", "虚假宣传"),
                PUBLISHED,
                END,
                "k1",
                "samr",
                version);
    }
}
