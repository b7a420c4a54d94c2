package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What the profile and the page of a record show, and what they do not. */
class ProfilePageTests {

    private final PageWorld world = new PageWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aProfileShowsHeaderSectionsProvenanceBranchesAndTimeline() {
        world.answers.archives.put(
                "s1", PageWorld.archive(PageWorld.NAME, List.of(world.penalty()), List.of(PageWorld.branch())));
        Document page = world.get("/s/s1");
        assertThat(page.selectFirst("h1").text()).isEqualTo(PageWorld.NAME);
        assertThat(page.selectFirst(".former").text()).contains("黄石港饼厂", "2012-05-01");
        assertThat(page.selectFirst(".profile-facts .code").text()).isEqualTo("9133 0106 6739 5965 4P");
        assertThat(page.selectFirst(".sentence").text()).isEqualTo("行政处罚 1 项。 数据截至 2026-11-24。");
        assertThat(page.selectFirst(".actions .button").attr("href")).isEqualTo("/api/v1/subjects/s1/report.pdf");
        assertThat(page.select(".anchors a").eachAttr("href"))
                .containsExactly("#overview", "#penalty", "#branches", "#timeline");
        for (Element anchor : page.select(".anchors a")) {
            assertThat(page.select(anchor.attr("href"))).as(anchor.attr("href")).hasSize(1);
        }
        Element penalty = page.selectFirst("#penalty .record");
        assertThat(penalty.selectFirst("a").attr("href")).isEqualTo("/s/s1/records/r1");
        assertThat(penalty.text()).contains("黄市监罚〔2026〕1号", "来源：黄石市市场监督管理局", "公示至 2027-03-05");
        assertThat(page.selectFirst("#branches").text()).contains("本企业 1 条；分支机构 2 条", "大冶分公司");
        assertThat(page.select("#timeline rect.bar-negative")).isNotEmpty();
        assertThat(page.selectFirst("#timeline details").text()).contains("2026-03-05");
        assertThat(page.text()).contains("国家企业信用信息公示系统", "信用中国");
        assertThat(page.select("main a[rel=noopener]").eachAttr("href"))
                .contains(Site.NATIONAL_PORTAL, "https://hb.gsxt.gov.cn/");
    }

    @Test
    void aClearSubjectIsCalledSoInTheWordsOfTheField() {
        world.answers.archives.put("s1", PageWorld.archive(PageWorld.NAME, List.of(), List.of()));
        Document page = world.get("/s/s1");
        assertThat(page.selectFirst(".sentence").text()).isEqualTo("未发现公示期内的失信信息。 数据截至 2026-11-24。");
        assertThat(page.selectFirst(".absent").text()).contains("行政处罚", "未发现不等于不存在");
    }

    @Test
    void aCodeInTheAddressLeadsToTheId() {
        world.answers.archives.put(
                PageWorld.USCC, PageWorld.archive(PageWorld.NAME, List.of(world.penalty()), List.of()));
        assertMoved("/s/" + PageWorld.USCC + "?lang=en", "/s/s1?lang=en");
        assertMoved("/s/" + PageWorld.USCC + "?view=elder&lang=en", "/s/s1?view=elder&lang=en");
        assertMoved("/s/" + PageWorld.USCC + "/records/r1", "/s/s1/records/r1");
        assertMoved("/s/" + PageWorld.USCC + "/records/r1?view=standard", "/s/s1/records/r1?view=standard");
    }

    @Test
    void aRecordShowsItsFactsAndItsPublication() {
        world.answers.archives.put("s1", PageWorld.archive(PageWorld.NAME, List.of(world.penalty()), List.of()));
        Document page = world.get("/s/s1/records/r1");
        assertThat(page.selectFirst("main").text())
                .contains(PageWorld.NAME, "黄市监罚〔2026〕1号", "1.2万元", "2026-03-06", "2027-03-05", "一般", "黄石市市场监督管理局");
        // in sight, for a title can neither be touched nor reached by key
        assertThat(page.select("dd .exact").text()).isEqualTo("（12,000元）");
    }

    @Test
    void anEnglishPageMarksWhatIsChinese() {
        world.answers.archives.put("s1", PageWorld.archive(PageWorld.NAME, List.of(world.penalty()), List.of()));
        Document page = Jsoup.parse(PageWorld.html(world.exchange("/s/s1", "en")));
        assertThat(page.selectFirst("h1").html()).isEqualTo("<span lang=\"zh-Hans\">" + PageWorld.NAME + "</span>");
        assertThat(page.selectFirst(".former").text()).isEqualTo("Formerly: 黄石港饼厂 (until 2012-05-01)");
        assertThat(page.select(".former [lang]").eachText()).containsExactly("黄石港饼厂");
        assertThat(page.title()).startsWith(PageWorld.NAME).doesNotContain("span");
        assertThat(world.get("/s/s1").select("main [lang]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/s/\u0000", "/s/a b", "/s/a;b", "/s/s1/records/\u0000", "/s/0123456789012345678901234567890123"
            })
    void whatCannotBeAnIdIsNotAskedFor(String path) {
        assertThat(world.exchange(path, "zh").getStatus().value()).isEqualTo(404);
    }

    @Test
    void whatIsGoneAndWhatNeverWasAnswerTheSame() {
        world.answers.archives.put("s1", PageWorld.archive(PageWorld.NAME, List.of(world.penalty()), List.of()));
        for (String path : List.of("/s/s1/records/gone", "/s/other/records/r1")) {
            EntityExchangeResult<byte[]> result = world.exchange(path, "zh");
            assertThat(result.getStatus().value()).as(path).isEqualTo(404);
            assertThat(Jsoup.parse(PageWorld.html(result)).selectFirst("main").text())
                    .isEqualTo(Jsoup.parse(PageWorld.html(world.exchange("/no/such/page", "zh")))
                            .selectFirst("main")
                            .text())
                    .doesNotContain("修复", "撤销", PageWorld.NAME);
        }
        assertThat(world.exchange("/s/none", "zh").getStatus().value()).isEqualTo(404);
    }

    private void assertMoved(String from, String to) {
        world.client
                .get()
                .uri(from)
                .exchange()
                .expectStatus()
                .isEqualTo(308)
                .expectHeader()
                .location(to);
    }
}
