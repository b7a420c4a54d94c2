package org.chengxin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasksTests {

    @Test
    void showsWhatTheStandardAllows() {
        assertThat(Masks.identity("420202199001011234")).isEqualTo("4202**********1234");
        assertThat(Masks.person("张三丰")).isEqualTo("张**");
        assertThat(Masks.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masks.address("湖北省黄石市黄石港区某路1号")).isEqualTo("湖北省黄石市********");
        assertThat(Masks.identity("1234")).isEqualTo("****");
    }

    @Test
    void masksNumbersOfPersonsInRunningTextAndNothingElse() {
        assertThat(Masks.freeText(
                        "当事人（420202199001011234，电话13812341234）于2026年销售12345678901234567890件，代码91330106673959654P"))
                .isEqualTo("当事人（4202**********1234，电话138****1234）于2026年销售12345678901234567890件，代码91330106673959654P");
    }
}
