package org.chengxin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.chengxin.PortalTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whose site is this? By the API and on the page of results, over the sites of the seed. */
class WhoseIT extends PortalTest {

    private static final String COMPANY = "黄石市港饼网络科技有限公司";

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    gangbing.example.cn,                                        bound,      黄石市港饼网络科技有限公司
                    https://www.gangbing.example.cn/about?utm_source=x,         bound,      黄石市港饼网络科技有限公司
                    https://shop.chuhuotong.example.cn/s/10023?spm=1,           bound,      港饼旗舰店
                    【楚货通】来自港饼旗舰店 shop.chuhuotong.example.cn/s/10023 点击链接, bound,  港饼旗舰店
                    https://shop.chuhuotong.example.cn/s/99999,                 under,      湖北楚货通网络科技有限公司
                    shop.chuhuotong.example.cn,                                 bound,      湖北楚货通网络科技有限公司
                    pay.yunci.example.cn,                                       under,      黄石云磁信息技术有限公司
                    gangbing-shop.example.net,                                  looks-like, 黄石市港饼网络科技有限公司
                    gаngbing.example.cn,                                        looks-like, 黄石市港饼网络科技有限公司
                    xn--gngbing-2fg.com,                                        looks-like, 黄石市港饼网络科技有限公司
                    港饼.中国,                                                   looks-like, 黄石市港饼网络科技有限公司
                    yibuda.com,                                                 looks-like, 湖北一步达供应链管理有限公司
                    """)
    void anAddressIsSomebodys(String typed, String verdict, String owner) {
        JsonNode site = site(typed);
        assertThat(site.get("verdict").asString()).as(typed).isEqualTo(verdict);
        JsonNode first = site.at("/subjects/0");
        assertThat(first.at("/subject/name").asString()).isEqualTo(owner);
        boolean alike = verdict.equals("looks-like");
        assertThat(first.get("likeness").isNull()).isEqualTo(!alike);
        assertThat(first.get("proof").asString()).isEqualTo(owner.equals("港饼旗舰店") ? "platform" : "registered");
        assertThat(Instant.parse(first.get("since").asString())).isBefore(clock.instant());
        Document page = results(typed);
        assertThat(page.selectFirst(".site-note li").text()).contains(owner);
        assertThat(page.select(".site-warning").isEmpty()).isEqualTo(!alike);
    }

    @Test
    void whatNobodyHasIsNotKnownAndWhatIsNoAddressIsNotJudged() {
        JsonNode site = site("wikipedia.org");
        assertThat(site.get("verdict").asString()).isEqualTo("unknown");
        assertThat(site.get("subjects")).isEmpty();
        assertThat(site.get("note").asString()).contains("wikipedia.org");
        assertThat(results("wikipedia.org").selectFirst(".site-note").text()).contains("没有登记不等于有问题");
        for (String typed : new String[] {COMPANY, "gangbing", "600151.SH", "", "11010519491231002X.cn"}) {
            assertThat(site(typed).isNull()).as(typed).isTrue();
            assertThat(results(typed).select(".site-note")).isEmpty();
        }
    }

    @Test
    void aPersonIsNamedBesideNoSuspectedSite() {
        // its own page is public only while a record of the seller is
        String typed = "https://shop.chuhuotong.example.cn/s/40017";
        JsonNode site = site(typed);
        boolean shown = get("/api/v1/subjects?q=陈小满").at("/items").size() > 0;
        assertThat(site.toString().contains("陈小满")).isEqualTo(shown);
    }

    private JsonNode site(String typed) {
        String body = http().get()
                .uri(builder ->
                        builder.path("/api/v1/subjects").queryParam("q", "{q}").build(typed))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return json.readTree(body).get("site");
    }

    private Document results(String typed) {
        byte[] page = http().get()
                .uri(builder -> builder.path("/search").queryParam("q", "{q}").build(typed))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }
}
