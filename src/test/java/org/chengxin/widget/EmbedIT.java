package org.chengxin.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.chengxin.PortalTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page that hands out snippets for other people's pages, without its script. */
class EmbedIT extends PortalTest {

    private static final String PAGE = "/developers/embed";
    private static final String COMPANY = "黄石市港饼网络科技有限公司";
    private static final String CODE = "91420202MA44G5GY9R";

    @Autowired
    private WidgetScript script;

    @Autowired
    private OwnSite own;

    @Test
    void theScriptComesWithItsVersionItsIntegrityAndItsPolicy() {
        Document page = page(PAGE + "?form=badge&theme=dark&language=en&subject=" + CODE, 200);
        Document snippet = Jsoup.parse(page.selectFirst("#snippet").wholeText());
        Element loaded = snippet.selectFirst("script");
        assertThat(loaded.attr("src")).isEqualTo(own.url() + "/widget/v1/chengxin-" + script.version() + ".js");
        assertThat(loaded.attr("integrity")).isEqualTo(script.integrity());
        Element badge = snippet.selectFirst("chengxin-badge");
        assertThat(badge.attr("theme")).isEqualTo("dark");
        assertThat(badge.attr("lang")).isEqualTo("en");
        assertThat(badge.text()).isEqualTo(COMPANY);
        assertThat(page.selectFirst("#snippet").attr("data-copy"))
                .isEqualTo(page.selectFirst("#snippet").wholeText());
        assertThat(page.selectFirst("#policy").text())
                .isEqualToNormalizingWhitespace("script-src " + own.url() + "; connect-src " + own.url() + ";");
        assertThat(page.selectFirst(".preview script").attr("src")).startsWith("/widget/v1/");
        assertThat(page.selectFirst("#form [selected]").val()).isEqualTo("badge");
    }

    @Test
    void everyFormHasASnippetAndALinkNeedsNoPolicy() {
        for (Snippets.Form form : Snippets.Form.values()) {
            Document page = page(PAGE + "?form=" + form.code() + "&site=gangbing.example.cn&subject=" + CODE, 200);
            assertThat(page.selectFirst("#snippet").text())
                    .as(form.code())
                    .contains(own.url().toString())
                    .doesNotContain("{{");
            assertThat(page.select("#policy").isEmpty())
                    .isEqualTo(form == Snippets.Form.LINK || form == Snippets.Form.FRAGMENT);
        }
    }

    @Test
    void aServerGetsTheLineThatAsksForItsFragmentAndSeesIt() {
        String door = PAGE + "?form=fragment&theme=dark&language=en&subject=" + CODE;
        Document page = page(door + "&site=https://gangbing.example.cn/about", 200);
        String id = get("/api/v1/subjects/" + CODE).get("id").asString();
        String asked = "/widget/v1/badge/" + id + ".html?site=gangbing.example.cn%2Fabout&lang=en&theme=dark";
        assertThat(page.selectFirst("#snippet").wholeText()).isEqualTo("curl \"" + own.url() + asked + "\"");
        // the client encodes what it asks
        String mark = new String(bytes(asked.replace("%2F", "/"), 200), StandardCharsets.UTF_8);
        assertThat(page.selectFirst(".preview").html())
                .isEqualTo(Jsoup.parseBodyFragment(mark).body().html());
        assertThat(page.selectFirst(".preview title").text()).contains("In business");
        assertThat(page(door + "&site=gangbing-shop.example.net", 200)
                        .selectFirst(".preview title")
                        .text())
                .as("where it does not belong")
                .doesNotContain("In business");

        Document missing = page(door, 200);
        assertThat(missing.select("#snippet")).isEmpty();
        assertThat(missing.selectFirst("#embedded").text()).contains("请填写标识将出现的网页");
        Document wrong = page(door + "&site=no address", 404);
        assertThat(wrong.selectFirst(".error-summary a").attr("href")).isEqualTo("#site");
        page(door + "&site=" + "x".repeat(501), 400);
    }

    @Test
    void whoComesFromAProfileGetsItsMark() {
        String id = get("/api/v1/subjects/" + CODE).get("id").asString();
        String link = page("/s/" + id, 200).selectFirst("a[href^=" + PAGE + "]").attr("href");
        assertThat(page(link, 200).selectFirst("#snippet").text()).contains("<chengxin-badge subject=\"" + id);
    }

    @Test
    void aSubjectThatHasNoMarkIsToldSoAndNothingElse() {
        Document none = page(PAGE + "?form=badge", 200);
        assertThat(none.select("#snippet")).isEmpty();
        assertThat(none.selectFirst("#embedded").text()).contains("请填写");
        Document unknown = page(PAGE + "?form=badge&subject=<b>x", 404);
        assertThat(unknown.selectFirst(".error-summary a").attr("href")).isEqualTo("#subject");
        assertThat(unknown.selectFirst("#subject").val()).isEqualTo("<b>x");
        assertThat(unknown.select("b")).isEmpty();
        page(PAGE + "?form=carousel", 400);
        page(PAGE + "?theme=pink", 400);
        page(PAGE + "?subject=" + "x".repeat(65), 400);
    }

    private Document page(String path, int status) {
        return Jsoup.parse(new String(bytes(path, status), StandardCharsets.UTF_8));
    }
}
