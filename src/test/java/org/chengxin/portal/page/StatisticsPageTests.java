package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chengxin.record.PublicFigures.Count;
import org.chengxin.record.PublicFigures.Counts;
import org.chengxin.search.SearchPage;
import org.chengxin.search.Understanding;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** The statistics page and its files. */
class StatisticsPageTests {

    private final PageWorld world = new PageWorld();

    @BeforeEach
    void counted() {
        List<Count> authorities = IntStream.range(0, 23)
                .mapToObj(i -> new Count(i == 0 ? "=HYPERLINK(\"http://x\")" : "局\"" + i, 100 - i))
                .toList();
        world.answers.counts = new Counts(
                PageWorld.NOW,
                1234,
                List.of(new Count("2026-11", 7), new Count("2023-12", 5), new Count("2023-11", 99)),
                List.of(new Count("penalty", 1200), new Count("red-list", 34)),
                authorities,
                List.of(new Count("420281", 800), new Count("", 434)));
        world.answers.subjects = new SearchPage<>(
                List.of(),
                new SearchPage.Total(3, SearchPage.Relation.EQ),
                Map.of("kind", List.of(new SearchPage.FacetValue("shop", 3))),
                new Understanding(Understanding.As.NOTHING, "", null),
                null);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyChartIsATableInWordsWithItsFile() {
        Document page = world.get("/statistics");
        assertThat(page.selectFirst(".intro").text()).contains("1,234", "2026-11-24 12:00");
        assertThat(page.select("#table-type tbody tr").eachText()).containsExactly("行政处罚 1,200", "守信激励对象名单（红名单） 34");
        assertThat(page.select("#table-region tbody tr").eachText()).containsExactly("黄石市大冶市 800", "未注明 434");
        assertThat(page.select("#table-subjects tbody tr").eachText()).containsExactly("网店 3");
        assertThat(page.select("[data-chart]").eachAttr("data-chart"))
                .hasSize(5)
                .allSatisfy(id -> assertThat(page.getElementById(id)).isNotNull());
        assertThat(page.select("a[download]").eachAttr("href")).hasSize(5).contains("/statistics.csv?by=authority");
    }

    @Test
    void theLast36MonthsStandNewestFirstAndEmptyOnesAreThere() {
        List<String> months =
                world.get("/statistics").select("#table-month tbody tr").eachText();
        assertThat(months).hasSize(36).startsWith("2026-11 7").endsWith("2024-01 0", "2023-12 5");
    }

    @Test
    void onlyThisPageLoadsTheChartScript() {
        assertThat(scripts("/statistics")).hasSize(2).anyMatch(script -> script.contains("charts"));
        for (String path : List.of("/", "/search", "/lists/red", "/about/data")) {
            assertThat(scripts(path)).as(path).hasSize(1).noneMatch(script -> script.contains("charts"));
        }
    }

    @Test
    void aLongTailIsSummedUpAndWholeInTheFile() {
        assertThat(world.get("/statistics")
                        .selectFirst("#authority .statistic-table p")
                        .text())
                .contains("3 项", "237");
        assertThat(csv("authority", "zh").lines()).hasSize(24);
    }

    @Test
    void aFileIsUtf8WithMarkQuotedAndWithoutFormulas() {
        String csv = csv("authority", "zh");
        assertThat(csv).startsWith("\uFEFF\"作出单位\",\"代码\",\"信息条数\",\"统计时间\"\r\n");
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")\",", "\"局\"\"1\",\"\",\"99\"");
        assertThat(csv("type", "en")).contains("\"Kind of record\"", "\"penalty\",\"1200\",\"2026-11-24 12:00\"");
    }

    @Test
    void anUnknownPartIsRefused() {
        assertThat(world.exchange("/statistics.csv?by=people", "zh").getStatus().value())
                .isEqualTo(400);
        assertThat(world.exchange("/statistics.csv", "zh").getStatus().value()).isEqualTo(400);
    }

    private List<String> scripts(String path) {
        return world.get(path).select("script[src]").eachAttr("src");
    }

    private String csv(String by, String language) {
        EntityExchangeResult<byte[]> result = world.exchange("/statistics.csv?by=" + by, language);
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
                .isEqualTo("text/csv;charset=UTF-8");
        assertThat(result.getResponseHeaders().getContentDisposition().getFilename())
                .isEqualTo("statistics-" + by + ".csv");
        return PageWorld.html(result);
    }
}
