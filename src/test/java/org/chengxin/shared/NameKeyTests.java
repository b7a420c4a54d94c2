package org.chengxin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeyTests {

    @Test
    void widthCaseBracketsAndBlanksDoNotMatter() {
        assertThat(NameKey.of(" 黄石ＡＢＣ（湖北）  有限公司\u00a0")).isEqualTo(NameKey.of("黄石abc(湖北)有限公司"));
        assertThat(NameKey.of("张记【黄石】店")).isEqualTo(NameKey.of("张记(黄石)店"));
    }

    @Test
    void anyOtherCharacterDoes() {
        assertThat(NameKey.of("黄石港饼有限公司")).isNotEqualTo(NameKey.of("黄石港饼公司"));
    }
}
