package org.chengxin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengxin.search.Records.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.chengxin.search.SearchPage.FacetValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How records are found, whatever the engine. */
public abstract class RecordContractTests extends SearchEngineContract {

    private void putRecords() {
        put(
                record("r1")
                        .title("虚假宣传行政处罚")
                        .authority("黄石市市场监督管理局")
                        .number("黄市监罚〔2024〕12号")
                        .decided("2024-03-01")
                        .says("facts", "当事人在网店虚构商品评价，误导消费者"),
                record("r2")
                        .type("permit", "neutral")
                        .title("食品经营许可")
                        .authority("黄石港区行政审批局")
                        .number("黄港审字[2025]3号")
                        .decided("2025-05-01")
                        .says("content", "预包装食品销售"),
                record("r3")
                        .type("supervision", "negative")
                        .title("约谈记录")
                        .authority("黄石市市场监督管理局")
                        .decided("2023-01-01")
                        .says("facts", "刷单炒信约谈"));
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
        assertThat(ids(saying(text))).first().isEqualTo(id);
    }

    @Test
    void aDocumentNumberIsOneDecision() {
        putRecords();
        put(record("r4")
                .title("另一处罚")
                .authority("黄石市市场监督管理局")
                .number("黄市监罚〔2024〕13号")
                .decided("2024-04-01"));
        for (String written : List.of("黄市监罚[2024]13号", "黄市监罚字（2024）第13号", "黄市监罚2024-13号", "黄市监罚202413号")) {
            assertThat(engine.records(saying(written), NOW).items())
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
        SearchPage<RecordHit> page = engine.records(saying("黄市监罚〔2024〕1号"), NOW);
        assertThat(page.items()).noneMatch(RecordHit::exact);
        assertThat(engine.records(saying("虚假宣传"), NOW).items()).noneMatch(RecordHit::exact);
    }

    @Test
    void browsesNewestFirstWithFacets() {
        putRecords();
        SearchPage<RecordHit> page = engine.records(saying(""), NOW);
        assertThat(page.items()).extracting(RecordHit::id).containsExactly("r2", "r1", "r3");
        assertThat(page.facets().get("authority")).first().isEqualTo(new FacetValue("黄石市市场监督管理局", 2));
        assertThat(page.facets().get("year")).hasSize(3);
        assertThat(page.facets().get("type")).hasSize(3);
        assertThat(page.items().get(0).documentNumber()).isEqualTo("黄港审字[2025]3号");
    }

    @Test
    void isThereUntilItsEnd() {
        long end = NOW.toEpochMilli() + 1_000;
        put(record("r9")
                .type("red-list", "positive")
                .list("red")
                .title("纳税信用A级")
                .publicUntil(end));
        RecordQuery red = RecordQuery.browse(RecordFilter.ofLists(Set.of("red")), 10);
        assertThat(engine.records(red, NOW).total().value()).isEqualTo(1);
        assertThat(engine.records(saying("纳税信用"), NOW.plusMillis(999)).total().value())
                .isEqualTo(1);
        assertThat(engine.records(saying("纳税信用"), NOW.plusMillis(1_000)).total().value())
                .isZero();
        assertThat(engine.records(red, NOW).total().value())
                .as("asked by a clock that was set back")
                .isEqualTo(1);
    }

    @Test
    void marksTheTitle() {
        putRecords();
        assertThat(engine.records(saying("虚假宣传"), NOW).items().get(0).highlight())
                .containsExactly(new SubjectHit.Piece("虚假宣传", true), new SubjectHit.Piece("行政处罚", false));
    }

    @Test
    void dropsRecords() {
        putRecords();
        engine.apply(new IndexBatch(List.of(), List.of(), List.of(), List.of("r1"), "2", 0));
        engine.flush();
        assertThat(ids(saying("虚假宣传"))).isEmpty();
        assertThat(engine.size()).isZero();
    }

    @Test
    void pagesToTheEndWithoutDoubles() {
        put(IntStream.range(0, 120)
                .mapToObj(i -> record("x" + i)
                        .title("食品经营许可")
                        .decided(LocalDate.of(2020, 1, 1 + i % 28).toString()))
                .toArray(Records[]::new));
        for (String text : List.of("", "食品经营")) {
            List<String> seen = new ArrayList<>();
            String cursor = null;
            do {
                SearchPage<RecordHit> page = engine.records(
                        new RecordQuery(text, RecordFilter.NONE, RecordQuery.Sort.RELEVANCE, 25, cursor), NOW);
                page.items().forEach(hit -> seen.add(hit.id()));
                cursor = page.cursor();
            } while (cursor != null);
            assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        }
    }

    @Test
    void refusesTheCursorOfAnotherQuery() {
        putRecords();
        RecordQuery one = RecordQuery.browse(RecordFilter.NONE, 1);
        String cursor = engine.records(one, NOW).cursor();
        RecordQuery other =
                new RecordQuery("", RecordFilter.ofTypes(Set.of("permit")), RecordQuery.Sort.RELEVANCE, 1, cursor);
        assertThatThrownBy(() -> engine.records(other, NOW)).isInstanceOf(InvalidCursorException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"", "\uD800", "11010519491231002X", "😀", "的", "'; --", "〔〕"})
    void takesAnyQuery(String text) {
        putRecords();
        assertThat(engine.records(saying(text), NOW).items()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void neverSearchesAnIdentityNumber() {
        putRecords();
        SearchPage<RecordHit> page = engine.records(saying("虚假宣传 11010519491231002X"), NOW);
        assertThat(page.items()).isEmpty();
        assertThat(page.understood().as()).isEqualTo(Understanding.As.IDENTITY_NUMBER);
    }
}
