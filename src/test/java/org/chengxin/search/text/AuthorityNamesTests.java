package org.chengxin.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who looks for a body by its old or short name is led to the one that answers now, and the other way round. */
class AuthorityNamesTests {

    private static AuthorityNames.Named named(String text) {
        return Objects.requireNonNull(AuthorityNames.in(text), text);
    }

    @ParameterizedTest
    @CsvSource({
        "工商局, 市场监督管理局",
        "质监局, 市场监督管理局",
        "食药监局, 市场监督管理局",
        "物价局, 市场监督管理局",
        "物价局, 发展和改革委员会",
        "环保局, 生态环境局",
        "安监局, 应急管理局",
        "安全监管总局, 应急管理部",
        "卫计委, 卫生健康委员会",
        "卫生局, 卫生健康委员会",
        "计生委, 卫生健康委员会",
        "卫健局, 卫生健康委员会",
        "国土局, 自然资源和规划局",
        "畜牧局, 农业农村局",
        "水务局, 水利和湖泊局",
        "文广新局, 文化和旅游局",
        "旅游局, 文化和旅游局",
        "国税局, 税务局",
        "检验检疫局, 海关",
        "运管处, 交通运输局",
        "房管局, 住房和城乡建设局",
        "银监会, 国家金融监督管理总局",
        "金融办, 地方金融管理局"
    })
    void oldAndShortNamesLeadToTheBodyOfToday(String typed, String now) {
        AuthorityNames.Named named = named("黄石市" + typed);
        assertThat(named.before()).isEqualTo("黄石市");
        assertThat(named.names()).contains(now).doesNotContain(typed);
        assertThat(named(now).names()).as("and back").contains(typed);
    }

    @Test
    void bodiesUnderOneSuccessorDoNotStandForEachOther() {
        assertThat(named("工商局").names()).doesNotContain("质监局", "食药监局", "物价局");
        assertThat(named("旅游局").names()).doesNotContain("文化局", "文广新局");
    }
}
