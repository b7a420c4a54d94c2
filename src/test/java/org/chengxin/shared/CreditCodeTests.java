package org.chengxin.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91330106673959654P",
                "91320105780688132K",
                "91110105MA003A481G",
                "91320322MABLP2X24R",
                "9131000063159284XQ",
                " 91330106673959654p "
            })
    void bothCheckCharactersAgree(String code) {
        assertThat(CreditCode.check(code)).isEqualTo(CreditCode.Status.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350211M0000XUF46", "91350100M0001TGQXM", "91330106673959654A"})
    void aWellFormedCodeMayDisagree(String code) {
        assertThat(CreditCode.check(code)).isEqualTo(CreditCode.Status.MISMATCH);
        assertThat(CreditCode.of(code).valid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9133010667395965", "91330106673959654I", "9133O106673959654P", "9.1330106673959E+17"})
    void anythingElseIsMalformed(String code) {
        assertThat(CreditCode.check(code)).isEqualTo(CreditCode.Status.MALFORMED);
        assertThatThrownBy(() -> CreditCode.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isGroupedForReading() {
        assertThat(CreditCode.of("91330106673959654P").grouped()).isEqualTo("9133 0106 6739 5965 4P");
    }
}
