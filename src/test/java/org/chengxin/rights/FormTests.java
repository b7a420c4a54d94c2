package org.chengxin.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.chengxin.MovableClock;
import org.chengxin.shared.Ids;
import org.junit.jupiter.api.Test;

/** Form tokens, what a form lacks, and the working days its clocks count. */
class FormTests {

    private final MovableClock clock =
            new MovableClock(Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC), Duration.ZERO);
    private final FormTokens tokens =
            new FormTokens(new Seal(new byte[32]), Duration.ofHours(6), new Ids(new Random(1)), clock);

    @Test
    void aTokenHoldsForItsTimeAndOnlyAsItWasMade() {
        String token = tokens.next();
        assertThat(tokens.valid(token)).isTrue();
        assertThat(tokens.next()).isNotEqualTo(token);
        String later = "9" + token.substring(1);
        for (String forged :
                List.of("", ".", "a.b", "1.2.3", later, token + "0", token.substring(1), "9".repeat(5000))) {
            assertThat(tokens.valid(forged)).as(forged).isFalse();
        }
        assertThat(new FormTokens(new Seal(new byte[] {1, 2}), Duration.ofHours(6), new Ids(new Random(1)), clock)
                        .valid(token))
                .isFalse();
        clock.move(Duration.ofHours(6).minusSeconds(1));
        assertThat(tokens.valid(token)).isTrue();
        clock.move(Duration.ofSeconds(1));
        assertThat(tokens.valid(token)).isFalse();
        clock.move(Duration.ofDays(-3));
        assertThat(tokens.valid(token)).as("made in the future").isFalse();
    }

    @Test
    void everyInputThatIsWrongIsNamedInTheOrderOfTheForm() {
        ObjectionForm empty = new ObjectionForm("", "", "", "", "", "", "", "", "", "", "", false);
        assertThat(empty.problems())
                .extracting(ObjectionForm.Problem::input)
                .containsExactly("about", "reason", "description", "standing", "name", "phone", "consent");
        assertThat(with("138 1234 5678", "").problems()).isEmpty();
        assertThat(with("", "a@b.cn").problems()).isEmpty();
        assertThat(with("<script>", "").problems()).containsExactly(new ObjectionForm.Problem("phone", "form"));
        assertThat(with("1380714", "a@b").problems()).containsExactly(new ObjectionForm.Problem("email", "form"));
        assertThat(new ObjectionForm(
                                "s1",
                                "",
                                "",
                                "",
                                "content",
                                "字".repeat(2001),
                                "字".repeat(1001),
                                "self",
                                "张三",
                                "1380714",
                                "",
                                true)
                        .problems())
                .containsExactly(
                        new ObjectionForm.Problem("description", "long"), new ObjectionForm.Problem("wanted", "long"));
        assertThat(new ObjectionForm(
                                "s1", "", "", "", "content", "𠮷".repeat(2000), "", "self", "张三", "1380714", "", true)
                        .problems())
                .as("characters are counted, not their halves")
                .isEmpty();
    }

    private static ObjectionForm with(String phone, String email) {
        return new ObjectionForm("s1", "", "", "", "content", "处罚金额写错了", "", "self", "张三", phone, email, true);
    }

    @Test
    void holidaysAndMovedWorkingDaysAreCounted() {
        WorkingDays days = WorkingDays.load();
        assertThat(days.after(LocalDate.of(2026, 11, 24), 10)).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(days.after(LocalDate.of(2026, 9, 30), 1)).as("national day").isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(days.after(LocalDate.of(2026, 10, 9), 1))
                .as("a Saturday worked")
                .isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(days.between(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 8)))
                .isEqualTo(10);
        assertThat(days.between(LocalDate.of(2026, 12, 8), LocalDate.of(2026, 11, 24)))
                .isEqualTo(-10);
        assertThat(days.between(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)))
                .isZero();
    }
}
