package org.chengxin.shared;

import java.util.Locale;
import java.util.Optional;

/**
 * Codes that people read, write down and type: upper-case Crockford base 32, whose last character checks the others (Luhn
 * modulo 32), so that a slip of the pen is noticed.
 */
public final class ReadableCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private ReadableCode() {}

    /** The body with its check character behind it; the body is of the alphabet. */
    public static String checked(String body) {
        return body + check(body);
    }

    /** The character for the lowest five bits of a number. */
    public static char digit(int bits) {
        return ALPHABET.charAt(bits & 31);
    }

    /**
     * What a reader typed with blanks, hyphens, case and look-alikes mended; empty when it has not that length or its
     * last character does not check the others.
     *
     * @param length of the code with its check character
     */
    public static Optional<String> mended(String typed, int length) {
        if (typed.length() > 2 * length) {
            return Optional.empty();
        }
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0\\u3000-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean formed = code.length() == length && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return formed && checked(code.substring(0, length - 1)).equals(code) ? Optional.of(code) : Optional.empty();
    }

    private static char check(String body) {
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(body.charAt(i));
            factor = 3 - factor;
            sum += addend / 32 + addend % 32;
        }
        return ALPHABET.charAt((32 - sum % 32) % 32);
    }
}
