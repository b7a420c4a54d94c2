package org.chengxin.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

    private final Formats formats = new Formats(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "12000,1.2万元,'12,000元'",
        "12345.67,1.23万元,'12,345.67元'",
        "250000000,2.5亿元,'250,000,000元'",
        "9999.5,'9,999.5元',",
        "0,0元,",
        "100000,10万元,'100,000元'"
    })
    void sumsAreShortWithTheExactFigureBeside(String yuan, String text, String exact) {
        Formats.Text money = formats.money(yuan, Locale.SIMPLIFIED_CHINESE);
        assertThat(money.text()).isEqualTo(text);
        assertThat(money.exact()).isEqualTo(exact);
    }

    @Test
    void sumsAreExactInEnglish() {
        assertThat(formats.money("12345.67", Locale.ENGLISH).text()).isEqualTo("CNY 12,345.67");
    }

    @Test
    void anEndAtMidnightIsTheDayBefore() {
        // 2027-03-06 00:00 in Shanghai
        assertThat(formats.lastDay(Instant.parse("2027-03-05T16:00:00Z"))).isEqualTo("2027-03-05");
    }

    @Test
    void daysAreThoseOfTheSite() {
        assertThat(formats.day(Instant.parse("2026-11-23T18:00:00Z"))).isEqualTo("2026-11-24");
    }

    @Test
    void codesAreGroupedInFours() {
        assertThat(formats.grouped("91330106673959654P")).isEqualTo("9133 0106 6739 5965 4P");
    }
}
