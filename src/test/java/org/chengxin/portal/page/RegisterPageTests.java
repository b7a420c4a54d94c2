package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chengxin.search.RecordHit;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage;
import org.chengxin.search.SubjectHit;
import org.chengxin.search.Understanding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the registers show and ask the engine for. */
class RegisterPageTests {

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRowLeadsToTheSubjectAndToTheRecord() {
        world.answers.records = new SearchPage<>(
                List.of(new RecordHit(
                        "r1",
                        "s1",
                        "黄石市港饼食品有限公司",
                        "red-list",
                        "纳税信用A级",
                        "国家税务总局黄石市税务局",
                        "黄税〔2026〕3号",
                        LocalDate.of(2026, 4, 30),
                        LocalDate.of(2026, 5, 2),
                        false,
                        0,
                        List.of(new SubjectHit.Piece("纳税信用A级", false)),
                        List.of())),
                new SearchPage.Total(61, SearchPage.Relation.EQ),
                Map.of("year", List.of(new SearchPage.FacetValue("2026", 40))),
                new Understanding(Understanding.As.NOTHING, "", null),
                "next-cursor");
        Document page = get("/lists/red?q=港饼");
        Element row = page.selectFirst("tbody tr");
        assertThat(row.select("a").eachAttr("href")).containsExactly("/s/s1", "/s/s1/records/r1");
        assertThat(row.text()).contains("纳税信用A级", "国家税务总局黄石市税务局", "黄税〔2026〕3号", "2026-04-30");
        assertThat(page.selectFirst(".count").text()).contains("61 条");
        assertThat(page.select("#year option").eachText()).containsExactly("全部", "2026");
        assertThat(page.selectFirst("a[rel=next]").attr("href"))
                .startsWith("/lists/red?q=%E6%B8%AF%E9%A5%BC")
                .endsWith("cursor=next-cursor");
    }

    @Test
    void filtersAreHandedToTheEngine() {
        get("/lists/serious-default?region=420203&year=2025&authority=黄石市中级人民法院&q=执行");
        RecordQuery asked = world.answers.recordQuery();
        assertThat(asked.filter().lists()).containsExactly("serious-default");
        assertThat(asked.filter().regions()).containsExactly("420203");
        assertThat(asked.filter().from()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(asked.filter().to()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(asked.filter().authority()).isEqualTo("黄石市中级人民法院");
        assertThat(asked.text()).isEqualTo("执行");
        get("/commitments");
        assertThat(world.answers.recordQuery().filter().types()).containsExactly("commitment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lists/red?year=soon", "/lists/red?region=a/b", "/commitments?year=99999"})
    void anUnusableFilterIsRefused(String path) {
        world.client.get().uri(path).exchange().expectStatus().isBadRequest();
    }

    @Test
    void anEmptyRegisterSaysOfWhatAndLeadsToTheSources() {
        Element notice = get("/commitments").selectFirst(".notice");
        assertThat(notice.text()).contains("信用承诺");
        assertThat(notice.selectFirst("a").attr("href")).isEqualTo("/about/data");
    }

    private Document get(String path) {
        byte[] body = world.client
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Jsoup.parse(new String(body, StandardCharsets.UTF_8));
    }
}
