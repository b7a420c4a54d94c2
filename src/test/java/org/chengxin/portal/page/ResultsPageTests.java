package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What the results page shows, asks for and refuses. */
class ResultsPageTests {

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void resultsShowNameMarkedCodeKindPlaceMarksCountsAndWhy() {
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", PageWorld.NAME, List.of("red"), Map.of("permit", 3))),
                Understanding.As.PINYIN);
        Element card = world.get("/search?q=gangbing").selectFirst(".card");
        assertThat(card.selectFirst(".card-name a").attr("href")).isEqualTo("/s/s1");
        assertThat(card.selectFirst(".card-name").text()).isEqualTo(PageWorld.NAME);
        assertThat(card.selectFirst("mark").text()).isEqualTo("黄石");
        assertThat(card.selectFirst(".code").text()).isEqualTo("9133 0106 6739 5965 4P");
        assertThat(card.text()).contains("企业", "黄石市西塞山区", "行政许可 3");
        assertThat(card.select(".mark").eachText()).containsExactly("红名单", "未发现公示期内的失信信息");
        assertThat(card.select(".mark svg")).as("each mark has a shape").hasSize(2);
        assertThat(card.selectFirst(".why").text()).endsWith("字号拼音相同");
    }

    @Test
    void aSubjectWithANegativeRecordIsNotCalledClear() {
        world.answers.subjects = PageWorld.page(
                List.of(PageWorld.hit("s1", PageWorld.NAME, List.of(), Map.of("penalty", 1))), Understanding.As.NAME);
        assertThat(world.get("/search?q=x").select(".mark")).isEmpty();
    }

    @Test
    void nothingFoundSaysWhatWasSearchedWhereAndWhatToTry() {
        Document page = world.get("/search?q=不存在的公司");
        assertThat(page.selectFirst(".nothing").text())
                .contains("不存在的公司", "黄石市市场监督管理局", "更新至 2026-11-24", "拼音", "0714-12345");
    }

    @Test
    void anIdentityNumberIsNotRepeatedNorKept() {
        world.answers.subjects = PageWorld.page(List.of(), Understanding.As.IDENTITY_NUMBER);
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=420202199001011234&kind=enterprise", "zh");
        assertThat(PageWorld.html(result)).doesNotContain("420202199001011234");
        assertThat(Jsoup.parse(PageWorld.html(result)).selectFirst(".notice").text())
                .contains("身份号码", "名称");
        assertThat(result.getResponseHeaders().getCacheControl()).contains("no-store");
        assertThat(result.getResponseHeaders().getETag()).isNull();
    }

    @Test
    void anOverlongQueryIsCutEverywhereAndSaidSo() {
        String text = "港".repeat(199) + "\uD83D\uDE00" + "饼".repeat(2_000);
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=" + text, "zh");
        assertThat(world.answers.subjectQuery.text()).isEqualTo("港".repeat(199));
        Document page = Jsoup.parse(PageWorld.html(result));
        assertThat(page.selectFirst("#q").val()).isEqualTo("港".repeat(199));
        assertThat(page.selectFirst(".notice").text()).contains("200");
        assertThat(PageWorld.html(result)).doesNotContain("饼饼");
    }

    @Test
    void filtersAreHandedToTheEngineAndKeptByTheBox() {
        Document page = world.get("/search?q=港饼&kind=enterprise&list=red&sort=name");
        SubjectQuery asked = world.answers.subjectQuery;
        assertThat(asked.text()).isEqualTo("港饼");
        assertThat(asked.kinds()).containsExactly("enterprise");
        assertThat(asked.lists()).containsExactly("red");
        assertThat(asked.sort()).isEqualTo(SubjectQuery.Sort.NAME);
        assertThat(page.select(".box input[type=hidden]").eachAttr("name")).containsExactly("list", "kind", "sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "list", "recordType", "status", "sort", "region"})
    void anUnknownValueIsRefusedByName(String parameter) {
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=x&" + parameter + "=no/such", "zh");
        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(PageWorld.html(result)).contains("“" + parameter + "”").doesNotContain("no/such");
    }

    @Test
    void aBrokenCursorIsExplained() {
        EntityExchangeResult<byte[]> result = world.exchange("/search?q=x&cursor=broken", "zh");
        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(PageWorld.html(result)).contains("这一页已经失效");
    }
}
