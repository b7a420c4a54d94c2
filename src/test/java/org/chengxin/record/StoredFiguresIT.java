package org.chengxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.TestFacts;
import org.chengxin.TestStore;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.catalog.FieldRole;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.platform.store.Change;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counting in SQL sees exactly what the archives show the public, record by record. */
class StoredFiguresIT {

    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private static final int SUBJECTS = 60;
    private static final int RECORDS = 900;

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Catalog catalog = CatalogLoader.load();
    private final TestStore store = TestStore.fresh();
    private final Archives archives = TestArchives.of(store, CLOCK);
    private final PublicFigures figures = new StoredFigures(store.jdbc, catalog, CLOCK, ZoneId.of("Asia/Shanghai"));
    private List<Archive> seen = List.of();

    @BeforeEach
    void aCityOfEveryStateKindAndType() {
        System.out.println("seed=" + seed);
        new SourceStore(store.jdbc, catalog).put("samr", "市场监管局", Source.Kind.DEPARTMENT);
        List<Subject> subjects = new ArrayList<>();
        List<CreditRecord> records = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            subjects.add(subject("s" + i));
        }
        List<RecordType> types = List.copyOf(catalog.types());
        for (int i = 0; i < RECORDS; i++) {
            // the last third of the subjects have no records at all
            records.add(record("r" + i, "s" + random.nextInt(SUBJECTS * 2 / 3), pick(types)));
        }
        store.transaction.executeWithoutResult(status -> {
            new SubjectStore(store.jdbc, store.copy, store.json).save(subjects, new Change("desk", NOW, "test"));
            new RecordStore(store.jdbc, store.copy, store.json).save(records, new Change("desk", NOW, "test"));
        });
        seen = subjects.stream()
                .flatMap(subject -> archives.find(subject.id(), Audience.PUBLIC, null).stream())
                .toList();
    }

    @Test
    void countsWhatTheArchivesShow() {
        PublicFigures.Counts counts = figures.counts();
        List<Archive.RecordView> records =
                seen.stream().flatMap(archive -> archive.records().stream()).toList();
        assertThat(records).hasSizeGreaterThan(RECORDS / 20);
        assertThat(counts.now()).isEqualTo(NOW);
        assertThat(counts.total()).isEqualTo(records.size());
        same(counts.types(), records, record -> record.type().code());
        same(counts.authorities(), records, record -> record.authority() == null ? "" : record.authority());
        same(counts.months(), records, record -> (record.decidedOn() == null
                        ? record.publicFrom().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate()
                        : record.decidedOn())
                .toString()
                .substring(0, 7));
        Map<String, String> regions = seen.stream()
                .collect(Collectors.toMap(
                        archive -> archive.subject().id(),
                        archive -> archive.subject().region() == null
                                ? ""
                                : archive.subject().region()));
        same(counts.regions(), records, record -> regions.getOrDefault(record.subjectId(), ""));
    }

    @Test
    void namesOnlyOrganisationsWithoutAnythingAdverse() {
        List<String> expected = seen.stream()
                .filter(archive -> !archive.subject().kind().naturalPerson())
                .filter(archive -> archive.records().stream()
                        .noneMatch(record -> record.type().polarity() == Polarity.NEGATIVE))
                .map(archive -> archive.subject().id())
                .sorted()
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(figures.cleanSubjects()).isEqualTo(expected.size());
        assertThat(figures.cleanSubjects(0, 1000)).containsExactlyElementsOf(expected);
        assertThat(figures.cleanSubjects(2, 3)).containsExactlyElementsOf(expected.subList(2, 5));
    }

    @Test
    void anEmptyStoreCountsNothing() {
        store.jdbc.sql("truncate record, subject cascade").update();
        assertThat(figures.counts().total()).isZero();
        assertThat(figures.counts().types()).isEmpty();
        assertThat(figures.cleanSubjects(0, 10)).isEmpty();
    }

    private static void same(
            List<PublicFigures.Count> counts,
            List<Archive.RecordView> records,
            Function<Archive.RecordView, String> by) {
        Map<String, Long> expected = records.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
        assertThat(counts.stream().collect(Collectors.toMap(PublicFigures.Count::value, PublicFigures.Count::count)))
                .isEqualTo(expected);
    }

    private Subject subject(String id) {
        return TestFacts.subject(
                id,
                pick(List.of(SubjectKind.values())),
                "主体" + id,
                pick(List.of("420202", "420203", "420281", "")).transform(region -> region.isEmpty() ? null : region));
    }

    private CreditRecord record(String id, String subject, RecordType type) {
        String scope = pick(List.of("", "public", "platform"));
        Map<String, String> data = type.field(FieldRole.DISCLOSURE)
                .filter(field -> !scope.isEmpty())
                .map(field -> Map.of(field.name(), scope))
                .orElse(Map.of());
        return new CreditRecord(
                id,
                type.code(),
                subject,
                random.nextInt(3) > 0 ? RecordState.PUBLISHED : pick(List.of(RecordState.values())),
                random.nextInt(5) == 0,
                null,
                random.nextInt(4) == 0 ? null : pick(List.of("黄石市市场监督管理局", "黄石市商务局")),
                random.nextInt(4) == 0 ? null : LocalDate.of(2026, 11, 30).minusDays(random.nextInt(1500)),
                null,
                null,
                data,
                random.nextInt(8) == 0 ? null : NOW.plusSeconds(random.nextInt(3) * 3600L - 7200),
                random.nextInt(3) == 0 ? null : NOW.plusSeconds(random.nextInt(3) * 3600L - 3600),
                "k" + id,
                "samr",
                1);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
