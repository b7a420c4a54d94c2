package org.chengxin.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.chengxin.MovableClock;
import org.chengxin.TestFacts;
import org.chengxin.TestStore;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.platform.store.Change;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreSettings;
import org.chengxin.proof.LogHead;
import org.chengxin.proof.OfflineCheck;
import org.chengxin.proof.PublishedKey;
import org.chengxin.proof.Statements;
import org.chengxin.proof.TestKeys;
import org.chengxin.record.Archives;
import org.chengxin.record.CreditRecord;
import org.chengxin.record.RecordState;
import org.chengxin.record.RecordStore;
import org.chengxin.record.Source;
import org.chengxin.record.SourceStore;
import org.chengxin.record.TestArchives;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** The log over a real store: from publication to the day nobody can tell any more what an entry was about. */
class TransparencyLogIT {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant END = Instant.parse("2027-11-01T16:00:00Z");
    private static final String SITE = "https://credit.example.cn";

    private final TestStore store = TestStore.fresh();
    private final Change change = new Change("desk", START, "test");
    private final MovableClock clock = new MovableClock(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
    private final Archives archives = TestArchives.of(store, clock);
    private final RecordStore records = new RecordStore(store.jdbc, store.copy, store.json);
    private final LogStore rows = new LogStore(store.jdbc);
    private final PublishedContent contents = new PublishedContent(store.json);
    private final Statements statements = TestKeys.statements();
    private final TransparencyLog log = new TransparencyLog(
            rows, archives, contents, statements, SITE, new StoreCalls(Schedulers.immediate()), clock);

    private Sequencer sequencer(RandomGenerator random) {
        return new Sequencer(
                rows,
                archives,
                contents,
                statements,
                SITE,
                new StoreSettings(store.jdbc),
                "catalogue",
                store.transaction,
                random,
                clock);
    }

    private void write() {
        sequencer(new Random(5)).run();
    }

    @BeforeEach
    void twoPenalties() {
        new SourceStore(store.jdbc, CatalogLoader.load()).put("samr", "市场监管局", Source.Kind.DEPARTMENT);
        store.transaction.executeWithoutResult(status -> {
            new SubjectStore(store.jdbc, store.copy, store.json)
                    .save(List.of(TestFacts.subject("s1", SubjectKind.ENTERPRISE, "黄石市港饼网络科技有限公司", "420202")), change);
            records.save(
                    List.of(
                            penalty("r1", 1, RecordState.PUBLISHED, "虚假宣传"),
                            penalty("r2", 1, RecordState.PUBLISHED, "虚假宣传")),
                    change);
        });
    }

    private void save(CreditRecord record) {
        store.transaction.executeWithoutResult(status -> records.save(List.of(record), change));
    }

    private static CreditRecord penalty(String id, int version, RecordState state, String facts) {
        return new CreditRecord(
                id,
                "penalty",
                "s1",
                state,
                false,
                "黄市监罚〔2026〕" + id + "号",
                "黄石市市场监督管理局",
                LocalDate.of(2026, 11, 1),
                null,
                "ordinary",
                Map.of("documentNumber", "黄市监罚〔2026〕" + id + "号", "facts", facts),
                START,
                END,
                id,
                "samr",
                version);
    }

    private List<LogEntry.Op> ops() {
        return rows.entries(0, 100).stream().map(LogEntry::op).toList();
    }

    private LogHead head() {
        TransparencyLog.Head head = log.head().block();
        OfflineCheck.Verdict verdict = new OfflineCheck(PublishedKey.ofKeySet(TestKeys.keySet()), null, clock.instant())
                .of(head.statement().getBytes(StandardCharsets.US_ASCII));
        assertThat(verdict.state()).isEqualTo(OfflineCheck.State.GENUINE);
        LogHead signed = LogHead.of(verdict.claims());
        assertThat(signed.root()).isEqualTo(head.head().root());
        assertThat(signed.size()).isEqualTo(head.head().size());
        return signed;
    }

    private boolean holds(LogHead... heads) {
        LogAudit audit = new LogAudit(List.of(heads));
        rows.entries(0, 100).forEach(audit::add);
        return audit.holds();
    }

    @Test
    void whatAClockThatWasAheadTookForEndedIsInTheLogAgain() {
        write();
        LogHead first = head();
        clock.move(Duration.between(START, END));
        write();
        assertThat(ops()).endsWith(LogEntry.Op.ENDED, LogEntry.Op.ENDED).hasSize(4);
        LogHead ahead = head();
        clock.reset();
        Sequencer right = sequencer(new Random(6));
        right.run();
        assertThat(ops()).endsWith(LogEntry.Op.PUBLISHED, LogEntry.Op.PUBLISHED).hasSize(6);
        assertThat(log.ofRecord("r1").block()).isNotNull();
        assertThat(log.ofRecord("r2").block()).isNotNull();
        assertThat(holds(first, ahead, head())).isTrue();
        right.run();
        write();
        assertThat(ops()).as("each once").hasSize(6);
    }

    @Test
    void everyStepOfARecordIsAnEntryAndOnlyWhatIsPublishedCanBeTold() {
        assertThat(head().size()).isZero();
        write();
        assertThat(ops()).containsExactly(LogEntry.Op.PUBLISHED, LogEntry.Op.PUBLISHED);
        LogHead first = head();
        TransparencyLog.Inclusion proof = log.ofRecord("r1").block();
        assertThat(proof.content()).contains("\"record\":\"r1\"", "虚假宣传");
        assertThat(LogEntry.commitment(proof.salt(), proof.content()))
                .isEqualTo(proof.entry().commitment());
        assertThat(Merkle.included(proof.entry().leaf(), proof.entry().position(), 2, proof.path(), first.root()))
                .isTrue();

        clock.move(Duration.ofMinutes(1));
        save(penalty("r1", 2, RecordState.PUBLISHED, "虚假宣传，已更正"));
        assertThat(log.ofRecord("r1").block())
                .as("not in the log yet as it is now")
                .isNull();
        write();
        assertThat(ops()).endsWith(LogEntry.Op.CORRECTED).hasSize(3);
        assertThat(log.ofRecord("r1").block().entry().position()).isEqualTo(2);

        save(penalty("r1", 3, RecordState.WITHDRAWN, "虚假宣传，已更正"));
        assertThat(log.ofRecord("r1").block()).as("gone at once").isNull();
        write();
        assertThat(ops()).endsWith(LogEntry.Op.ENDED).hasSize(4);
        clock.move(Duration.between(START, END));
        write();
        assertThat(ops())
                .as("time alone ends a record")
                .endsWith(LogEntry.Op.ENDED)
                .hasSize(5);
        assertThat(store.jdbc
                        .sql("select count(*) from log_opening")
                        .query(Long.class)
                        .single())
                .as("no salt is left")
                .isZero();
        LogHead last = head();
        assertThat(Merkle.grown(
                        2, first.root(), 5, last.root(), log.consistency(2, 5).block()))
                .isTrue();
        assertThat(log.consistency(2, 6).block()).isNull();
        assertThat(holds(first, last)).isTrue();
        write();
        assertThat(ops()).as("nothing new").hasSize(5);
    }

    @Test
    void anIssuedDocumentIsAnEntry() {
        store.jdbc
                .sql(
                        "insert into issued_document (number, kind, subject_id, language, issued_at, file_digest,"
                                + " content_digest, record_ids) values ('CX1', 'credit-report', 's1', 'zh', now(), '\\x01', '\\x02', '{}')")
                .update();
        write();
        assertThat(ops()).endsWith(LogEntry.Op.ISSUED);
        TransparencyLog.Inclusion proof = log.ofDocument("CX1").block();
        assertThat(proof.content()).contains("CX1").contains("\"file\": \"01\"");
        assertThat(LogEntry.commitment(proof.salt(), proof.content()))
                .isEqualTo(proof.entry().commitment());
        assertThat(log.ofDocument("CX2").block()).isNull();
        assertThat(log.ofEntry(0).block().content()).isNull();
        assertThat(log.ofEntry(3).block()).isNull();
    }

    @Test
    void workThatIsCutOffLeavesNothingHalf() {
        int[] left = {4};
        Random random = new Random(7);
        RandomGenerator dying = () -> {
            if (left[0]-- == 0) {
                throw new IllegalStateException("killed");
            }
            return random.nextLong();
        };
        sequencer(dying).run();
        assertThat(rows.size()).as("the first of two was added, then it died").isZero();
        assertThat(store.jdbc
                        .sql("select count(*) from log_node")
                        .query(Long.class)
                        .single())
                .isZero();
        write();
        assertThat(ops()).hasSize(2);
        assertThat(holds(head())).isTrue();
    }

    @Test
    void anEntryThatWasChangedDroppedOrSlippedInIsFound() {
        write();
        save(penalty("r1", 2, RecordState.PUBLISHED, "已更正"));
        write();
        LogHead head = head();
        assertThatThrownBy(() -> store.jdbc.sql("delete from log_entry").update())
                .hasMessageContaining("only added to");
        List<LogEntry> entries = rows.entries(0, 10);
        LogEntry second = entries.get(1);
        List<LogEntry> changed = new ArrayList<>(entries);
        changed.set(1, new LogEntry(1, LogEntry.Op.ENDED, second.at(), second.commitment()));
        List<LogEntry> dropped = List.of(entries.get(0), at(1, entries.get(2)));
        List<LogEntry> slipped = List.of(entries.get(0), second, at(2, second), at(3, entries.get(2)));
        List<LogEntry> swapped = List.of(at(0, second), at(1, entries.get(0)), entries.get(2));
        for (List<LogEntry> forged : List.of(changed, dropped, slipped, swapped)) {
            LogAudit audit = new LogAudit(List.of(head));
            forged.forEach(audit::add);
            assertThat(audit.holds()).isFalse();
        }
        assertThat(holds(head)).isTrue();
    }

    private static LogEntry at(long position, LogEntry entry) {
        return new LogEntry(position, entry.op(), entry.at(), entry.commitment());
    }
}
