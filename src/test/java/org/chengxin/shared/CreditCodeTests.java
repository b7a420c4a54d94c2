package org.chengxin.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
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
    void oneSlipIsUndone() {
        long seed = System.nanoTime();
        System.out.println("seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String organisation = "MA%06d".formatted(random.nextInt(1_000_000));
            String first = "914202" + "%02d".formatted(random.nextInt(100)) + organisation
                    + CreditCode.organisationCheckCharacter(organisation);
            String code = first + CreditCode.checkCharacter(first);
            int place = random.nextInt(18);
            char slip = "0123456789ABCDEFGHJKLMNPQRTUWXYSZ?".charAt(random.nextInt(34));
            String typed = code.substring(0, place) + slip + code.substring(place + 1);
            if (slip != code.charAt(place)) {
                assertThat(CreditCode.oneSlipFrom(typed)).contains(code);
            }
            int swap = random.nextInt(17);
            String swapped =
                    code.substring(0, swap) + code.charAt(swap + 1) + code.charAt(swap) + code.substring(swap + 2);
            if (!swapped.equals(code)) {
                assertThat(CreditCode.oneSlipFrom(swapped)).contains(code).hasSizeLessThan(40);
            }
            assertThat(CreditCode.oneSlipFrom(code)).isEmpty();
        }
        assertThat(CreditCode.oneSlipFrom("")).isEmpty();
        assertThat(CreditCode.oneSlipFrom("黄石市港饼网络科技有限公司黄石市港饼")).isEmpty();
    }

    @Test
    void isGroupedForReading() {
        assertThat(CreditCode.of("91330106673959654P").grouped()).isEqualTo("9133 0106 6739 5965 4P");
    }
}
