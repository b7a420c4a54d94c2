package org.chengxin.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chengxin.site.BoundSite;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.Identifier.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a mark belongs, by the table that the script is held to as well ({@code widget.mjs}). */
class BoundSiteTests {

    private static final Path TABLE = Path.of("src/test/resources/widget/bound-sites.tsv");

    static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aMarkIsHereOnItsOwnPagesOnly(String scheme, String bound, String page, String verdict) {
        Scheme of = Scheme.valueOf(scheme.replace('-', '_').toUpperCase(Locale.ROOT));
        List<BoundSite> sites = BoundSite.of(new Identifier(of, bound)).stream().toList();
        assertThat(sites).hasSize(1);
        assertThat(Verdict.of(sites, BoundSite.page(page)))
                .isEqualTo(Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)));
        // what the script gets says the same
        assertThat(BoundSite.page("https://" + sites.get(0).address())).contains(sites.get(0));
    }

    @Test
    void whatWouldBindAWholePlatformOrNothingBindsNothing() {
        for (String value : List.of(
                "https://shop.chuhuotong.example.cn/",
                "shop.chuhuotong.example.cn",
                "港饼旗舰店",
                "568",
                "https://",
                "http://[x")) {
            assertThat(BoundSite.of(new Identifier(Scheme.SHOP_URL, value)))
                    .as(value)
                    .isEmpty();
        }
        assertThat(BoundSite.of(new Identifier(Scheme.TAX_NUMBER, "420202"))).isEmpty();
    }

    @Test
    void noAddressIsAPageWithoutItsScheme() {
        for (String told : new String[] {null, "", "about:blank", "javascript:alert(1)", "file:///a", "https://%%%"}) {
            assertThat(BoundSite.page(told)).as(told).isEmpty();
        }
    }
}
