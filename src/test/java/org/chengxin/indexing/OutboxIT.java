package org.chengxin.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.chengxin.TestFacts;
import org.chengxin.TestStore;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.platform.store.Change;
import org.chengxin.platform.store.StoreSettings;
import org.chengxin.record.Source;
import org.chengxin.record.SourceStore;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order changes are read, on a real PostgreSQL. */
class OutboxIT {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final OutboxPosition START = new OutboxPosition("", 0, 0);

    private final TestStore store = TestStore.fresh();
    private final SubjectStore subjects = new SubjectStore(store.jdbc, store.copy, store.json);
    private final Outbox outbox = new Outbox(store.jdbc, new StoreSettings(store.jdbc));

    @BeforeEach
    void source() {
        new SourceStore(store.jdbc, CatalogLoader.load()).put("samr", "市场监管局", Source.Kind.DEPARTMENT);
    }

    @Test
    void aSmallTransactionIsReadBeforeTheLargeOnesAndOnce() {
        write(many("a", 101));
        write(many("b", 1));
        write(many("c", 101));
        write(many("d", 100));
        Outbox.Small small = outbox.small(START, Outbox.Small.NONE);
        assertThat(small.subjectIds()).hasSize(101).contains("b0", "d0", "d99");
        write(many("e", 1));
        small = outbox.small(START, small);
        assertThat(small.subjectIds()).containsExactly("e0");
        assertThat(outbox.small(START, small).subjectIds()).isEmpty();

        Outbox.Changes first = outbox.after(START, 102);
        assertThat(first.subjectIds()).as("it has its turn, too").hasSize(102).contains("a100", "b0");
        assertThat(first.cut()).isTrue();
        assertThat(outbox.small(first.upTo(), Outbox.Small.NONE).subjectIds()).doesNotContain("b0");
    }

    @Test
    void aSmallTransactionDoesNotWaitForAnOlderOne() throws Exception {
        write(many("a", 1));
        try (Connection older = store.dataSource.getConnection();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            statement.execute("update subject set version = 2 where id = 'a0'");
            write(many("b", 1));
            assertThat(outbox.after(START, 10).subjectIds()).containsExactly("a0");
            Outbox.Small small = outbox.small(START, Outbox.Small.NONE);
            assertThat(small.subjectIds()).containsExactly("a0", "b0");
            assertThat(outbox.small(START, small).subjectIds()).isEmpty();
            older.commit();
            small = outbox.small(START, small);
            assertThat(small.subjectIds()).as("the older one, which came late").containsExactly("a0");
            assertThat(outbox.small(START, small).subjectIds()).isEmpty();
        }
        assertThat(outbox.after(START, 10).subjectIds()).containsExactly("a0", "b0");
    }

    private static List<Subject> many(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TestFacts.subject(prefix + i, SubjectKind.ENTERPRISE, prefix + "第" + i + "公司", "420202"))
                .toList();
    }

    private void write(List<Subject> all) {
        store.transaction.executeWithoutResult(status -> subjects.save(all, new Change("test", NOW, "test")));
    }
}
