package org.chengxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengxin.TestFacts;
import org.chengxin.TestStore;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.CatalogLoader;
import org.chengxin.platform.store.Change;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read again and again does not read all subjects or records: few have a site, few are on the red list. */
class ReadByIndexIT {

    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ALL = 5_000;
    private static final int ONE_IN = 100;

    private final Catalog catalog = CatalogLoader.load();
    private final TestStore store = TestStore.fresh();
    private final SubjectStore subjects = new SubjectStore(store.jdbc, store.copy, store.json);

    @BeforeEach
    void manyOfWhichFewAreAskedFor() {
        new SourceStore(store.jdbc, catalog).put("samr", "市场监管局", Source.Kind.DEPARTMENT);
        List<Subject> all = new ArrayList<>();
        List<CreditRecord> records = new ArrayList<>();
        for (int i = 0; i < ALL; i++) {
            boolean one = i % ONE_IN == 0;
            List<Identifier> sites = List.of(i % (2 * ONE_IN) == 0 ? domain(i) : shop(i));
            all.add(subject(i, one ? sites : List.of(number(i))));
            records.add(record(i, one ? "red-list" : "permit"));
        }
        store.transaction.executeWithoutResult(status -> {
            subjects.save(all, new Change("desk", NOW, "test"));
            new RecordStore(store.jdbc, store.copy, store.json).save(records, new Change("desk", NOW, "test"));
        });
        store.jdbc.sql("analyze subject, record").update();
    }

    @Test
    void subjectsWithASiteAreFoundByIndex() throws Exception {
        assertThat(subjects.withSites()).hasSize(ALL / ONE_IN).containsKeys("s0", "s100");
        assertUsed("subject_site");
    }

    @Test
    void theRedListIsFoundByIndex() throws Exception {
        PublicFigures figures = new StoredFigures(store.jdbc, catalog, Clock.fixed(NOW, ZONE), ZONE);
        assertThat(figures.onList("red")).hasSize(ALL / ONE_IN);
        assertUsed("record_published_type");
    }

    /** Told by the store a moment after the connection that used it ended. */
    private void assertUsed(String index) throws InterruptedException {
        long until = System.nanoTime() + 10_000_000_000L;
        while (store.jdbc
                        .sql("select idx_scan from pg_stat_user_indexes where indexrelname = ?")
                        .param(index)
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as(index + " is used").isLessThan(until);
            Thread.sleep(20);
        }
    }

    private static Subject subject(int i, List<Identifier> identifiers) {
        return TestFacts.subject("s" + i, SubjectKind.ENTERPRISE, "主体" + i, identifiers, "420202");
    }

    private static Identifier number(int i) {
        return new Identifier(Identifier.Scheme.TAX_NUMBER, "4202" + i);
    }

    private static Identifier domain(int i) {
        return new Identifier(Identifier.Scheme.DOMAIN, "shop" + i + ".example.cn");
    }

    private static Identifier shop(int i) {
        return new Identifier(Identifier.Scheme.SHOP_URL, "platform.example.cn/" + i);
    }

    private static CreditRecord record(int i, String type) {
        return new CreditRecord(
                "r" + i,
                type,
                "s" + i,
                RecordState.PUBLISHED,
                false,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                NOW.minusSeconds(60),
                null,
                "k" + i,
                "samr",
                1);
    }
}
