package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chengxin.search.SearchPage.FacetValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How records are found, whatever the engine. */
public abstract class RecordContractTests extends SearchEngineContract {

    private static RecordDocument record(
            String id, String type, String title, String authority, String number, LocalDate decided, String text) {
        return new RecordDocument(
                id, "s1", GANGBING, "420202", type, null, title, authority, number, decided, Long.MAX_VALUE, text);
    }

    private void putRecords() {
        put(
                record(
                        "r1",
                        "penalty",
                        "虚假宣传行政处罚",
                        "黄石市市场监督管理局",
                        "黄市监罚〔2024〕12号",
                        LocalDate.of(2024, 3, 1),
                        "当事人在网店虚构商品评价，误导消费者"),
                record("r2", "permit", "食品经营许可", "黄石港区行政审批局", "黄港审字[2025]3号", LocalDate.of(2025, 5, 1), "预包装食品销售"),
                record("r3", "supervision", "约谈记录", "黄石市市场监督管理局", null, LocalDate.of(2023, 1, 1), "刷单炒信约谈"));
    }

    private static RecordQuery query(String text) {
        return new RecordQuery(text, null, Set.of(), Set.of(), Set.of(), null, null, null, 10, null);
    }

    private List<String> ids(RecordQuery query) {
        return engine.records(query, NOW).items().stream().map(RecordHit::id).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "虚假宣传, r1",
        "虛假宣傳, r1",
        "误导消费者, r1",
        "黄市监罚〔2024〕12号, r1",
        "黄市监罚[2024]12号, r1",
        "黄市监罚（2024）12号, r1",
        "食品经营, r2",
        "黄港审字〔2025〕3号, r2",
        "刷单, r3"
    })
    void isFoundFirstBy(String text, String id) {
        putRecords();
        assertThat(ids(query(text))).first().isEqualTo(id);
    }

    @Test
    void aDocumentNumberIsOneDecision() {
        putRecords();
        put(record("r4", "penalty", "另一处罚", "黄石市市场监督管理局", "黄市监罚〔2024〕13号", LocalDate.of(2024, 4, 1), ""));
        for (String written : List.of("黄市监罚[2024]13号", "黄市监罚字（2024）第13号", "黄市监罚2024-13号", "黄市监罚202413号")) {
            assertThat(engine.records(query(written), NOW).items())
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.id()).as(written).isEqualTo("r4");
                        assertThat(hit.exact()).as(written).isTrue();
                    });
        }
    }

    @Test
    void whatMerelyResemblesANumberIsNotCalledIt() {
        putRecords();
        SearchPage<RecordHit> page = engine.records(query("黄市监罚〔2024〕1号"), NOW);
        assertThat(page.items()).noneMatch(RecordHit::exact);
        assertThat(engine.records(query("虚假宣传"), NOW).items()).noneMatch(RecordHit::exact);
    }

    @Test
    void browsesNewestFirstWithFacets() {
        putRecords();
        SearchPage<RecordHit> page = engine.records(query(""), NOW);
        assertThat(page.items()).extracting(RecordHit::id).containsExactly("r2", "r1", "r3");
        assertThat(page.facets().get("authority")).first().isEqualTo(new FacetValue("黄石市市场监督管理局", 2));
        assertThat(page.facets().get("year")).hasSize(3);
        assertThat(page.facets().get("type")).hasSize(3);
        assertThat(page.items().get(0).documentNumber()).isEqualTo("黄港审字[2025]3号");
    }

    @Test
    void filters() {
        putRecords();
        assertThat(ids(new RecordQuery(
                        "", "s1", Set.of("penalty", "permit"), Set.of(), Set.of("4202"), null, null, null, 10, null)))
                .containsExactly("r2", "r1");
        assertThat(ids(new RecordQuery(
                        "",
                        null,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        "黄石市市场监督管理局",
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 12, 31),
                        10,
                        null)))
                .containsExactly("r1");
        assertThat(ids(new RecordQuery("", "s2", Set.of(), Set.of(), Set.of(), null, null, null, 10, null)))
                .isEmpty();
    }

    @Test
    void isThereUntilItsEnd() {
        long end = NOW.toEpochMilli() + 1_000;
        put(new RecordDocument("r9", "s1", GANGBING, null, "list-entry", "red", "纳税信用A级", null, null, null, end, "纳税"));
        RecordQuery red = new RecordQuery("", null, Set.of(), Set.of("red"), Set.of(), null, null, null, 10, null);
        assertThat(engine.records(red, NOW).total().value()).isEqualTo(1);
        assertThat(engine.records(query("纳税信用"), NOW.plusMillis(999)).total().value())
                .isEqualTo(1);
        assertThat(engine.records(query("纳税信用"), NOW.plusMillis(1_000)).total().value())
                .isZero();
        assertThat(engine.records(red, NOW).total().value())
                .as("asked by a clock that was set back")
                .isEqualTo(1);
    }

    @Test
    void marksTheTitle() {
        putRecords();
        assertThat(engine.records(query("虚假宣传"), NOW).items().get(0).highlight())
                .containsExactly(new SubjectHit.Piece("虚假宣传", true), new SubjectHit.Piece("行政处罚", false));
    }

    @Test
    void dropsRecords() {
        putRecords();
        engine.apply(new IndexBatch(List.of(), List.of(), List.of(), List.of("r1"), "2"));
        engine.flush();
        assertThat(ids(query("虚假宣传"))).isEmpty();
        assertThat(engine.size()).isZero();
    }

    @Test
    void pagesToTheEndWithoutDoubles() {
        List<RecordDocument> records = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            records.add(record("x" + i, "permit", "食品经营许可", "审批局", null, LocalDate.of(2020, 1, 1 + i % 28), ""));
        }
        engine.apply(new IndexBatch(List.of(), List.of(), records, List.of(), "1"));
        engine.flush();
        for (String text : List.of("", "食品经营")) {
            List<String> seen = new ArrayList<>();
            String cursor = null;
            do {
                SearchPage<RecordHit> page = engine.records(
                        new RecordQuery(text, null, Set.of(), Set.of(), Set.of(), null, null, null, 25, cursor), NOW);
                page.items().forEach(hit -> seen.add(hit.id()));
                cursor = page.cursor();
            } while (cursor != null);
            assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        }
    }

    @Test
    void refusesTheCursorOfAnotherQuery() {
        putRecords();
        RecordQuery one = new RecordQuery("", null, Set.of(), Set.of(), Set.of(), null, null, null, 1, null);
        String cursor = engine.records(one, NOW).cursor();
        RecordQuery other =
                new RecordQuery("", null, Set.of("permit"), Set.of(), Set.of(), null, null, null, 1, cursor);
        assertThatThrownBy(() -> engine.records(other, NOW)).isInstanceOf(InvalidCursorException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"", "\uD800", "11010519491231002X", "😀", "的", "'; --", "〔〕"})
    void takesAnyQuery(String text) {
        putRecords();
        assertThat(engine.records(query(text), NOW).items()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void neverSearchesAnIdentityNumber() {
        putRecords();
        SearchPage<RecordHit> page = engine.records(query("虚假宣传 11010519491231002X"), NOW);
        assertThat(page.items()).isEmpty();
        assertThat(page.understood().as()).isEqualTo(Understanding.As.IDENTITY_NUMBER);
    }
}
