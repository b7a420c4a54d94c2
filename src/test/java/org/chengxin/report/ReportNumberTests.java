package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.chengxin.shared.Ids;
import org.junit.jupiter.api.Test;

class ReportNumberTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Ids ids = new Ids(random);

    @Test
    void isReadBackAsPrintedAndAsTyped() {
        for (int i = 0; i < 200; i++) {
            String number = ReportNumber.next(DAY, ids);
            assertThat(number).as("seed " + seed).matches("CX20261124[0-9A-HJKMNP-TV-Z]{13}");
            assertThat(ReportNumber.parse(number)).contains(number);
            assertThat(ReportNumber.parse(" " + ReportNumber.grouped(number).toLowerCase(Locale.ROOT) + "\u3000"))
                    .contains(number);
            assertThat(ReportNumber.parse(number.replace('0', 'O').replace('1', 'l')))
                    .contains(number);
        }
    }

    @Test
    void isGroupedForReading() {
        assertThat(ReportNumber.grouped(ReportWorld.NUMBER))
                .isEqualTo("CX20261124 7K3M 9P2Q 4R6T " + ReportWorld.NUMBER.charAt(22));
    }

    @Test
    void oneWrongCharacterIsNoticed() {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        String number = ReportNumber.next(DAY, ids);
        for (int at = 2; at < number.length(); at++) {
            char wrong = alphabet.charAt((alphabet.indexOf(number.charAt(at)) + 1 + random.nextInt(31)) % 32);
            String slip = number.substring(0, at) + wrong + number.substring(at + 1);
            assertThat(ReportNumber.parse(slip))
                    .as("seed " + seed + " " + number + " " + slip)
                    .isEmpty();
        }
    }

    @Test
    void nothingElseIsANumber() {
        assertThat(ReportNumber.parse("")).isEmpty();
        assertThat(ReportNumber.parse("'; drop table issued_document; --")).isEmpty();
        assertThat(ReportNumber.parse("C".repeat(10_000))).isEmpty();
        assertThat(ReportNumber.parse("CX20261124𠮷𠮷𠮷𠮷𠮷𠮷X")).isEmpty();
    }
}
