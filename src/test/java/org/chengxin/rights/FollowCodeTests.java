package org.chengxin.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes to follow an objection by. */
class FollowCodeTests {

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void everyBitCountsAndWhatIsTypedSloppilyIsUnderstood() {
        System.out.println("seed=" + seed);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            byte[] bits = new byte[10];
            random.nextBytes(bits);
            String code = FollowCode.of(bits).value();
            codes.add(code);
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{16}");
            String typed =
                    code.toLowerCase().replace('0', 'o').replace('1', 'l').replaceAll("(.{4})", "$1 - ");
            assertThat(FollowCode.parse(typed).orElseThrow().value()).isEqualTo(code);
        }
        assertThat(codes).hasSize(5000);
        byte[] zero = new byte[10];
        for (int bit = 0; bit < 75; bit++) {
            byte[] one = new byte[10];
            one[bit / 8] = (byte) (128 >> bit % 8);
            assertThat(FollowCode.of(one).value())
                    .as("bit %d", bit)
                    .isNotEqualTo(FollowCode.of(zero).value());
        }
    }

    @Test
    void oneWrongCharacterIsNoticed() {
        System.out.println("seed=" + seed);
        byte[] bits = new byte[10];
        random.nextBytes(bits);
        String code = FollowCode.of(bits).value();
        for (int at = 0; at < code.length(); at++) {
            for (char other : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
                String changed = code.substring(0, at) + other + code.substring(at + 1);
                assertThat(FollowCode.parse(changed).isPresent()).isEqualTo(changed.equals(code));
            }
        }
    }

    @Test
    void whatCannotBeACodeIsNone() {
        for (String typed : new String[] {"", "A", "0".repeat(4000), "../../etc/passwd", "代码代码代码代码代码代码代码代码", "\0"}) {
            assertThat(FollowCode.parse(typed)).isEmpty();
        }
    }
}
