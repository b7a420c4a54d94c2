package org.chengxin.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chengxin.shared.LocalName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTests {

    private final Regions regions = Regions.load();

    @ParameterizedTest
    @CsvSource({
        "湖北/黄石, 4202",
        "湖北 黄石, 4202",
        "黄石市, 4202",
        "黄石, 4202",
        "黄石市西塞山区, 420203",
        "湖北省黄石市黄石港区, 420202",
        "黄石港区, 420202",
        "中国湖北省大冶市金湖乡株林村, 420281",
        "黄石市黄石大道316号, 4202",
        "阳新县富池镇王坟路12号, 420222",
        "420200, 4202",
        "420000, 42",
        "420203, 420203",
        "黄石开发区, 4202KF",
        "湖北省黄石经济技术开发区, 4202KF",
        "北京市朝阳区, 110105",
        "长春市朝阳区, 220104",
        "吉林, 22",
        "吉林市, 2202",
        "恩施, 4228",
        "广西壮族自治区, 45",
        "新疆, 65",
        "内蒙古/呼和浩特, 1501",
    })
    void findsTheNarrowestPlaceATextBeginsWith(String text, String code) {
        assertThat(regions.find(text)).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "鼓楼区", "天津路141号", "杭州西路208号", "不知何处", "/", "9999"})
    void leavesOpenWhatNamesNoOnePlace(String text) {
        assertThat(regions.find(text)).isEmpty();
    }

    @Test
    void knowsTheChainFromTheProvinceDown() {
        assertThat(regions.chain("420203")).containsExactly("42", "4202", "420203");
        assertThat(regions.chain("4202KF")).containsExactly("42", "4202", "4202KF");
        assertThat(regions.chain("110105"))
                .as("a municipality has no city level")
                .containsExactly("11", "110105");
        assertThat(regions.chain("429004")).as("county under the province").containsExactly("42", "429004");
        assertThat(regions.parent("420200")).hasValue("42");
        assertThat(regions.parent("42")).isEmpty();
        assertThat(regions.chain("000000")).isEmpty();
    }

    @Test
    void namesAreInBothLanguages() {
        assertThat(regions.name("420222")).hasValue(new LocalName("阳新县", "Yangxin County"));
        assertThat(regions.path("420203", Locale.CHINESE)).isEqualTo("湖北省黄石市西塞山区");
        assertThat(regions.path("420203", Locale.ENGLISH)).isEqualTo("Xisaishan District, Huangshi, Hubei");
        assertThat(regions.note("4202KF")).get().asString().contains("420205");
        assertThat(regions.note("420205")).isEmpty();
    }
}
