package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengxin.search.Records.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chengxin.search.RecordFilter.Validity;
import org.chengxin.search.SearchPage.FacetValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What narrows and orders records, and what is counted, whatever the engine. */
public abstract class RecordFilterContractTests extends SearchEngineContract {

    private static final long NOW_MILLIS = NOW.toEpochMilli();

    private void putRecords() {
        put(
                record("r1")
                        .authority("黄石市市场监督管理局")
                        .decided("2024-03-01")
                        .amount("7300")
                        .amount("500000.005")
                        .says("facts", "虚假宣传"),
                record("r2")
                        .of("s2", "大冶市铜草花服饰有限公司")
                        .region("420281")
                        .authority("大冶市市场监督管理局")
                        .decided("2025-12-31")
                        .amount("50000")
                        .says("facts", "虚假宣传，情节轻微"),
                record("r3")
                        .type("permit", "neutral")
                        .authority("黄石市市场监督管理局")
                        .decided("2026-01-01")
                        .inForceUntil(NOW_MILLIS)
                        .says("content", "食品经营"),
                record("r4")
                        .type("permit", "neutral")
                        .authority("黄石市市场监督管理局")
                        .inForceUntil(NOW_MILLIS + 1)
                        .says("content", "食品经营"),
                record("gone")
                        .authority("黄石市市场监督管理局")
                        .decided("2024-05-01")
                        .amount("7300")
                        .publicUntil(NOW_MILLIS)
                        .says("facts", "虚假宣传"));
    }

    private static RecordFilter filter(
            Set<String> polarities, Set<String> regions, String authority, Validity validity, String from, String to) {
        return new RecordFilter(
                null,
                Set.of(),
                polarities,
                Set.of(),
                regions,
                authority,
                validity,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                null,
                null,
                null);
    }

    private List<String> browse(RecordFilter filter) {
        return ids(RecordQuery.browse(filter, 10));
    }

    @Test
    void eachFilterAsksForItsOwn() {
        putRecords();
        assertThat(browse(RecordFilter.NONE)).containsExactly("r3", "r2", "r1", "r4");
        assertThat(browse(RecordFilter.ofTypes(Set.of("permit")))).containsExactly("r3", "r4");
        assertThat(browse(filter(Set.of("negative"), Set.of(), null, null, null, null)))
                .containsExactly("r2", "r1");
        assertThat(browse(filter(Set.of(), Set.of("420281"), null, null, null, null)))
                .containsExactly("r2");
        assertThat(browse(filter(Set.of(), Set.of("420200"), null, null, null, null)))
                .hasSize(4);
        assertThat(browse(filter(Set.of(), Set.of(), "大冶市市场监督管理局", null, null, null)))
                .containsExactly("r2");
        assertThat(browse(filter(Set.of(), Set.of(), "市场监督管理局", null, null, null)))
                .as("exactly the name")
                .isEmpty();
        assertThat(browse(filter(Set.of(), Set.of(), null, null, "2025-12-31", "2026-01-01")))
                .containsExactly("r3", "r2");
        assertThat(browse(filter(Set.of(), Set.of(), null, null, null, "2025-12-30")))
                .containsExactly("r1");
        assertThat(browse(filter(Set.of(), Set.of(), null, Validity.IN_FORCE, null, null)))
                .containsExactly("r2", "r1", "r4");
        assertThat(browse(filter(Set.of(), Set.of(), null, Validity.LAPSED, null, null)))
                .containsExactly("r3");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, -, 'r1,r2'",
                "7300, 7300, r1",
                "7300.01, 49999.99, ''",
                "50000, 50000, r2",
                "500000.01, -, r1",
                "500000.02, -, ''",
                "-, 50000, 'r1,r2'",
                "999999999999999.99, -, ''"
            })
    void oneSumMustLieBetween(BigDecimal least, BigDecimal most, String ids) {
        putRecords();
        assertThat(browse(new RecordFilter(
                        null, Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, null, null, least, most)))
                .containsExactlyInAnyOrder(ids.isEmpty() ? new String[0] : ids.split(","));
    }

    @Test
    void whatIsPastItsEndIsInNoHitTotalOrFacet() {
        putRecords();
        SearchPage<RecordHit> page = engine.records(saying("虚假宣传"), NOW);
        assertThat(page.items()).extracting(RecordHit::id).containsExactlyInAnyOrder("r1", "r2");
        assertThat(page.total().value()).isEqualTo(2);
        assertThat(page.facets().get("type")).containsExactly(new FacetValue("penalty", 2));
        assertThat(page.facets().get("polarity")).containsExactly(new FacetValue("negative", 2));
        assertThat(page.facets().get("year"))
                .containsExactlyInAnyOrder(new FacetValue("2024", 1), new FacetValue("2025", 1));
        assertThat(page.facets().get("region"))
                .containsExactlyInAnyOrder(new FacetValue("420202", 1), new FacetValue("420281", 1));
        assertThat(page.facets().get("authority"))
                .containsExactlyInAnyOrder(new FacetValue("黄石市市场监督管理局", 1), new FacetValue("大冶市市场监督管理局", 1));
        assertThat(engine.records(saying("虚假宣传"), NOW.minusMillis(1)).total().value())
                .isEqualTo(3);
    }

    @Test
    void whatCameIntoPublicationIsCountedAndOrderedByThatDay() {
        put(
                record("old").decided("2026-03-01").published("2026-02-20"),
                record("first").published("2026-02-21").type("permit", "neutral"),
                record("late").decided("2019-01-01").published("2026-02-25"),
                record("same").decided("2026-02-01").published("2026-02-25"),
                record("gone").published("2026-02-26").publicUntil(NOW_MILLIS));
        RecordQuery since = new RecordQuery(
                "", RecordFilter.publishedSince(LocalDate.of(2026, 2, 21)), RecordQuery.Sort.PUBLISHED, 10, null);
        SearchPage<RecordHit> page = engine.records(since, NOW);
        assertThat(page.items()).extracting(RecordHit::id).containsExactly("late", "same", "first");
        assertThat(page.items().get(0).publishedOn()).isEqualTo("2026-02-25");
        assertThat(page.total().value()).isEqualTo(3);
        assertThat(page.facets().get("type"))
                .containsExactly(new FacetValue("penalty", 2), new FacetValue("permit", 1));
        RecordFilter until = new RecordFilter(
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 2, 21),
                null,
                null);
        assertThat(browse(until)).containsExactly("old", "first");
    }

    @Test
    void theNewestFirstWhenAskedFor() {
        put(
                record("o1").title("刷单炒信").decided("2020-01-01"),
                record("o2").decided("2021-01-01").says("facts", "刷单以及炒信"),
                record("o3").says("facts", "刷单炒信"));
        RecordQuery newest = new RecordQuery("刷单炒信", RecordFilter.NONE, RecordQuery.Sort.NEWEST, 10, null);
        assertThat(ids(newest)).containsExactly("o2", "o1", "o3");
        assertThat(ids(saying("刷单炒信"))).containsExactly("o1", "o3", "o2");
        assertThat(engine.records(newest, NOW).items())
                .allSatisfy(hit -> assertThat(hit.score()).isZero());
    }
}
