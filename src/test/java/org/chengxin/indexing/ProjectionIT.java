package org.chengxin.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.chengxin.TestFacts;
import org.chengxin.TestStore;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.platform.store.Change;
import org.chengxin.platform.store.OneNode;
import org.chengxin.platform.store.StoreCalls;
import org.chengxin.platform.store.StoreOutage;
import org.chengxin.platform.store.StoreSettings;
import org.chengxin.record.CreditRecord;
import org.chengxin.record.RecordState;
import org.chengxin.record.RecordStore;
import org.chengxin.record.Source;
import org.chengxin.record.SourceStore;
import org.chengxin.record.TestArchives;
import org.chengxin.search.SearchEngine;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectDocument;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.lucene.LuceneEngines;
import org.chengxin.shared.Ids;
import org.chengxin.subject.DistinctSubjects;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

/** The way from a commit to a hit, on a real PostgreSQL and a real index. */
class ProjectionIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @TempDir
    private Path folder;

    private final TestStore store = TestStore.fresh();
    private final SubjectStore subjects = new SubjectStore(store.jdbc, store.copy, store.json);
    private final RecordStore records = new RecordStore(store.jdbc, store.copy, store.json);
    private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private SearchEngine engine;
    private Projection projection;

    @BeforeEach
    void open() {
        new SourceStore(store.jdbc, CatalogLoader.load()).put("samr", "市场监管局", Source.Kind.DEPARTMENT);
        reopen();
    }

    private void reopen() {
        engine = LuceneEngines.open(folder, "4202");
        projection = new Projection(
                engine,
                new Outbox(store.jdbc, new StoreSettings(store.jdbc)),
                new Documents(TestArchives.of(store, clock), records, new DistinctSubjects(store.jdbc), ZONE),
                new AllSubjects(subjects),
                new Ids(new Random(7)),
                new StoreOutage(new StoreCalls(Schedulers.immediate()), store.jdbc),
                new OneNode(store.dataSource),
                new IndexMeters(meters));
        projection.open();
    }

    @AfterEach
    void close() {
        projection.close();
        engine.close();
    }

    @Test
    void subjectsKnownToBeNotTheSameAreSoInTheIndex() {
        write(subject("s1", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        write(subject("s2", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        DistinctSubjects distinct = new DistinctSubjects(store.jdbc);
        Documents documents = new Documents(TestArchives.of(store, clock), records, distinct, ZONE);
        Outbox outbox = new Outbox(store.jdbc, new StoreSettings(store.jdbc));
        OutboxPosition before = outbox.last("");

        assertThat(distinct.state("s2", "s1", "电话核实", "tester", NOW)).isTrue();
        assertThat(distinct.state("s1", "s2", "again", "tester", NOW)).isFalse();
        Outbox.Changes changes = outbox.after(before, 10);
        assertThat(changes.subjectIds()).containsExactlyInAnyOrder("s1", "s2");
        assertThat(documents.batch(changes.subjectIds(), before).subjects())
                .extracting(SubjectDocument::id, SubjectDocument::notSame)
                .containsExactlyInAnyOrder(tuple("s1", List.of("s2")), tuple("s2", List.of("s1")));

        assertThat(distinct.lift("s1", "s2", "tester", NOW)).isTrue();
        assertThat(outbox.after(changes.upTo(), 10).subjectIds()).containsExactlyInAnyOrder("s1", "s2");
        assertThat(documents.batch(changes.subjectIds(), before).subjects())
                .allSatisfy(document -> assertThat(document.notSame()).isEmpty());
    }

    @Test
    void whatIsCommittedIsFoundWithinTwoSeconds() throws InterruptedException {
        projection.follow();
        write(subject("s1", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        eventually(() -> found("灵成", NOW), Duration.ofSeconds(2), List.of("s1"));
    }

    @Test
    void tellsWhatWaitsAndForHowLong() throws InterruptedException {
        assertThat(projection.lag()).isEqualTo(new Outbox.Lag(0, Duration.ZERO));
        write(subject("s1", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        Thread.sleep(50);
        assertThat(projection.lag().changes()).isEqualTo(1);
        assertThat(projection.lag().oldest()).isBetween(Duration.ofMillis(50), Duration.ofSeconds(30));
        projection.catchUp();
        assertThat(projection.lag()).isEqualTo(new Outbox.Lag(0, Duration.ZERO));
        Timer delay = meters.get("chengxin.index.delay").timer();
        assertThat(delay.count()).isEqualTo(1);
        assertThat(delay.max(TimeUnit.MILLISECONDS)).isGreaterThanOrEqualTo(50);
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() throws Exception {
        write(subject("s0", "黄石市先行商贸有限公司", SubjectKind.ENTERPRISE));
        try (Connection late = store.dataSource.getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("update subject set name = '黄石市迟到商贸有限公司', version = 2 where id = 's0'");
            write(subject("s1", "黄石市早到商贸有限公司", SubjectKind.ENTERPRISE));
            projection.catchUp();
            late.commit();
        }
        projection.catchUp();
        assertThat(found("迟到", NOW)).containsExactly("s0");
        assertThat(found("早到", NOW)).containsExactly("s1");
    }

    @Test
    void pastItsEndARecordIsGoneWithoutAnyWrite() {
        write(subject("s1", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        write(record("r1", "s1", "penalty", RecordState.PUBLISHED, NOW.plusSeconds(60)));
        projection.catchUp();
        assertThat(hit("灵成", NOW).counts()).containsEntry("penalty", 1);
        assertThat(hit("灵成", NOW.plusSeconds(60)).counts()).doesNotContainKey("penalty");
    }

    @Test
    void whatIsWithdrawnLeavesTheIndexAndAPersonLeavesWithItsLastPublicRecord() {
        write(subject("p1", "王小明", SubjectKind.NATURAL_PERSON));
        projection.catchUp();
        assertThat(found("王小明", NOW)).as("a natural person is not public").isEmpty();
        CreditRecord entry = record("r1", "p1", "serious-default", RecordState.PUBLISHED, null);
        write(entry);
        projection.catchUp();
        assertThat(found("王小明", NOW)).as("a list orders it").containsExactly("p1");
        write(new CreditRecord(
                "r1",
                entry.type(),
                "p1",
                RecordState.REPAIRED,
                false,
                entry.documentNumber(),
                entry.authority(),
                entry.decidedOn(),
                null,
                null,
                entry.data(),
                entry.publicFrom(),
                null,
                entry.naturalKey(),
                "samr",
                2));
        projection.catchUp();
        assertThat(found("王小明", NOW)).isEmpty();
    }

    @Test
    void goesOnWhereTheIndexIsAfterBeingReopenedAndAppliesTwiceWithoutHarm() {
        write(subject("s1", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        projection.catchUp();
        close();
        write(subject("s2", "黄石市灵成食品有限公司", SubjectKind.ENTERPRISE));
        reopen();
        assertThat(found("灵成", NOW)).containsExactlyInAnyOrder("s1", "s2");
        assertThat(engine.size()).isEqualTo(2);
    }

    @Test
    void anIndexOfAnotherStoreIsBuiltAnew() {
        write(subject("s1", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        projection.catchUp();
        close();
        store.jdbc
                .sql("update store_setting set value = 'another' where name = 'store-id'")
                .update();
        reopen();
        assertThat(engine.position()).startsWith("another:");
        assertThat(found("灵成", NOW)).containsExactly("s1");
    }

    @Test
    void anIndexLostWhileServingIsBuiltAnew() throws Exception {
        write(subject("s1", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        projection.catchUp();
        projection.follow();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("current"))
                    .toList()) {
                Files.delete(file);
            }
        }
        try (var folders = Files.list(folder)) {
            for (Path generation : folders.filter(Files::isDirectory).toList()) {
                Files.delete(generation);
            }
        }
        write(subject("s2", "黄石市灵成食品有限公司", SubjectKind.ENTERPRISE));
        eventually(() -> engine.position().endsWith(":" + Long.MAX_VALUE), Duration.ofSeconds(20), true);
        assertThat(engine.needsRebuild()).isFalse();
        assertThat(found("灵成", NOW)).containsExactlyInAnyOrder("s1", "s2");
        close();
        reopen();
        assertThat(found("灵成", NOW)).as("what is on disk").containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    void aRebuildLosesNoSearchAndNoChangeMadeMeanwhile() throws InterruptedException {
        List<Subject> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(subject("m" + i, "黄石市第" + i + "商贸有限公司", SubjectKind.ENTERPRISE));
        }
        many.add(subject("s1", "黄石市灵成商贸有限公司", SubjectKind.ENTERPRISE));
        write(many.toArray(Subject[]::new));
        projection.catchUp();
        projection.follow();
        AtomicReference<String> failed = new AtomicReference<>();
        Thread rebuild = new Thread(projection::rebuild);
        rebuild.start();
        int written = 0;
        while (rebuild.isAlive()) {
            if (!found("灵成", NOW).contains("s1")) {
                failed.set("a search during the rebuild missed s1");
            }
            if (written < 20) {
                write(subject("w" + written++, "黄石市灵成第" + written + "食品厂", SubjectKind.ENTERPRISE));
            }
        }
        rebuild.join();
        assertThat(failed).hasNullValue();
        int expected = 5_001 + written;
        eventually(() -> engine.size(), Duration.ofSeconds(5), (long) expected);
    }

    private static <T> void eventually(Supplier<T> actual, Duration within, T expected) throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        while (!actual.get().equals(expected) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(actual.get()).isEqualTo(expected);
    }

    private List<String> found(String text, Instant now) {
        return engine.subjects(SubjectQuery.of(text, 20), now).items().stream()
                .map(SubjectHit::id)
                .toList();
    }

    private SubjectHit hit(String text, Instant now) {
        SearchPage<SubjectHit> page = engine.subjects(SubjectQuery.of(text, 20), now);
        assertThat(page.items()).hasSize(1);
        return page.items().get(0);
    }

    private void write(Subject... all) {
        store.transaction.executeWithoutResult(status -> subjects.save(List.of(all), new Change("test", NOW, "test")));
    }

    private void write(CreditRecord record) {
        store.transaction.executeWithoutResult(
                status -> records.save(List.of(record), new Change("test", NOW, "test")));
    }

    private static Subject subject(String id, String name, SubjectKind kind) {
        return TestFacts.subject(id, kind, name, "420202");
    }

    private static CreditRecord record(String id, String subject, String type, RecordState state, Instant until) {
        return new CreditRecord(
                id,
                type,
                subject,
                state,
                false,
                "文号" + id,
                "黄石市市场监督管理局",
                LocalDate.of(2026, 11, 1),
                null,
                null,
                Map.of("facts", "虚假宣传"),
                NOW.minusSeconds(60),
                until,
                "key-" + id,
                "samr",
                1);
    }
}
