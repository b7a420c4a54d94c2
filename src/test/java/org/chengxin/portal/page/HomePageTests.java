package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.catalog.Polarity;
import org.chengxin.record.PublicFigures;
import org.chengxin.search.IndexDamagedException;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchEngineAwayException;
import org.chengxin.search.SearchPage;
import org.chengxin.search.Understanding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What the home page says of what came into publication lately. */
class HomePageTests {

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private void published(long total, List<SearchPage.FacetValue> types) {
        RecordHit honour = new RecordHit(
                "r1",
                "s1",
                PageWorld.NAME,
                "red-list",
                "纳税信用A级",
                null,
                null,
                LocalDate.of(2019, 4, 30),
                LocalDate.of(2026, 11, 23),
                false,
                0,
                List.of(),
                List.of());
        world.answers.records = new SearchPage<>(
                total == 0 ? List.of() : List.of(honour),
                new SearchPage.Total(total, SearchPage.Relation.EQ),
                Map.of("type", types),
                new Understanding(Understanding.As.NOTHING, "", null),
                null);
    }

    @Test
    void whatIsNewIsCountedByKindAndLeadsToItself() {
        published(1234, List.of(new SearchPage.FacetValue("permit", 1200), new SearchPage.FacetValue("penalty", 34)));
        Document page = world.get("/");
        String since = "publishedFrom=2026-11-18&sort=published";
        assertThat(page.select(".news p").text()).isEqualTo("2026-11-18 以来新公示 1,234 条");
        assertThat(page.select(".news li").eachText()).containsExactly("行政许可 1,200", "行政处罚 34");
        assertThat(page.select(".news a").eachAttr("href"))
                .allMatch(href -> href.startsWith("/search/records?") && href.contains("publishedFrom=2026-11-18"))
                .anyMatch(href -> href.contains("type=penalty"));
        assertThat(page.select(".recent .rows time").eachAttr("datetime")).containsExactly("2026-11-23");
        assertThat(page.select(".recent .row-facts").text())
                .contains("公示 2026-11-23")
                .doesNotContain("2019");
        Document english = Jsoup.parse(PageWorld.html(world.exchange("/?lang=en", "zh")));
        assertThat(english.select(".news p").text()).isEqualTo("1,234 published since 2026-11-18");
        assertThat(english.select(".news a").eachAttr("href")).allMatch(href -> href.endsWith("lang=en"));
        assertThat(world.get("/search/records?" + since)
                        .selectFirst("#publishedFrom")
                        .val())
                .isEqualTo("2026-11-18");
        assertThat(world.answers.recordQuery().filter().publishedFrom()).isEqualTo("2026-11-18");
    }

    @Test
    void newsIsAskedForByTheDayOfPublication() {
        world.get("/");
        RecordFilter lately = RecordFilter.publishedSince(LocalDate.of(2026, 11, 18));
        assertThat(world.answers.recordQueries)
                .filteredOn(query -> query.sort() == RecordQuery.Sort.PUBLISHED)
                .extracting(RecordQuery::filter)
                .contains(lately)
                .filteredOn(filter -> !filter.equals(lately))
                .singleElement()
                .satisfies(filter -> assertThat(filter.types())
                        .isNotEmpty()
                        .noneMatch(type -> world.type(type).polarity() == Polarity.NEGATIVE));
    }

    @Test
    void aQuietWeekIsSaid() {
        published(0, List.of());
        Document page = world.get("/");
        assertThat(page.select(".news").text()).isEqualTo("2026-11-18 以来没有新的公示信息。");
        assertThat(page.select(".news a")).isEmpty();
    }

    @Test
    void recordsAreNarrowedAndOrderedByTheirDayOfPublication() {
        published(1, List.of());
        Document page = world.get("/search/records?publishedFrom=2026-11-01&publishedTo=2026-11-30&type=red-list");
        assertThat(world.answers.recordQuery().filter().publishedTo()).isEqualTo("2026-11-30");
        assertThat(page.select("details.narrow[open]")).hasSize(1);
        assertThat(page.select(".card-facts time").eachAttr("datetime")).containsExactly("2019-04-30", "2026-11-23");
        assertThat(page.select(".box input[type=hidden]").eachAttr("name"))
                .containsExactly("type", "publishedFrom", "publishedTo");
        assertThat(page.select(".sorts strong").text()).isEqualTo("最新");
        assertThat(page.select(".sorts a").attr("href")).endsWith("&sort=published");
        assertThat(world.get("/search/records").select(".card-facts time")).hasSize(1);
        for (String wrong : Set.of(
                "publishedFrom=x", "publishedTo=2026-02-30", "publishedFrom=2026-11-30&publishedTo=2026-11-01")) {
            assertThat(world.exchange("/search/records?" + wrong, "zh")
                            .getStatus()
                            .value())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whileTheSearchIsAwayThePageStandsOnWhatTheStoreCounts(boolean damaged) {
        world.answers.failure =
                damaged ? new IndexDamagedException("damaged", null) : new SearchEngineAwayException("away", null);
        world.answers.counts = new PublicFigures.Counts(
                PageWorld.NOW,
                1234,
                List.of(),
                List.of(
                        new PublicFigures.Count("penalty", 1100),
                        new PublicFigures.Count("commitment", 99),
                        new PublicFigures.Count("red-list", 34),
                        new PublicFigures.Count("serious-default", 1)),
                List.of(),
                List.of());
        EntityExchangeResult<byte[]> result = world.exchange("/", "zh");
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(result.getResponseHeaders().getCacheControl()).contains("no-store");
        Document page = Jsoup.parse(PageWorld.html(result));
        assertThat(page.select("main form input[name=q]")).hasSize(1);
        assertThat(page.selectFirst(".notice").text()).contains("检索服务暂时不可用", "完整名称");
        assertThat(page.select(".figures li").eachText()).containsExactly("34红名单", "1严重失信主体名单", "99信用承诺");
        assertThat(page.select(".figures li a").eachAttr("href")).containsOnly("/statistics");
        assertThat(page.select(".as-of").text()).contains("2026-11-24");
        assertThat(page.select(".recent, .examples")).isEmpty();
        Document english = Jsoup.parse(PageWorld.html(world.exchange("/?lang=en", "zh")));
        assertThat(english.selectFirst(".notice").text()).contains("Search is away for now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lists/red", "/lists/serious-default", "/commitments"})
    void whileTheSearchIsAwayARegisterSaysWhenToComeBack(String register) {
        world.answers.failure = new SearchEngineAwayException("away", null);
        EntityExchangeResult<byte[]> result = world.exchange(register, "zh");
        assertThat(result.getStatus().value()).isEqualTo(503);
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .matches("[1-9]\\d*");
        assertThat(Jsoup.parse(PageWorld.html(result)).selectFirst("h1").text()).isEqualTo("查询暂时不可用");
    }
}
