package org.chengxin.shared;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters with two check characters.
 *
 * @param value 18 upper-case characters
 * @param status {@link Status#VALID} or {@link Status#MISMATCH}; a malformed text never becomes a code
 */
public record CreditCode(String value, Status status) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** How far a text is a code. */
    public enum Status {
        /** Both check characters agree. */
        VALID,
        /** Well formed, but a check character disagrees: real codes like this exist; a department may vouch for it. */
        MISMATCH,
        /** Not 18 characters of the alphabet. */
        MALFORMED
    }

    /** Refuses a malformed code with {@link IllegalArgumentException}. */
    public CreditCode {
        if (status == Status.MALFORMED) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
    }

    /** Tells how far a text, already trimmed and upper-cased or not, is a code. */
    public static Status check(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (code.length() != 18) {
            return Status.MALFORMED;
        }
        for (int i = 0; i < 18; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return Status.MALFORMED;
            }
        }
        for (int i = 2; i < 8; i++) {
            if (!Character.isDigit(code.charAt(i))) {
                return Status.MALFORMED;
            }
        }
        boolean whole = checkCharacter(code.substring(0, 17)) == code.charAt(17);
        boolean organisation = organisationCheckCharacter(code.substring(8, 16)) == code.charAt(16);
        return whole && organisation ? Status.VALID : Status.MISMATCH;
    }

    /** Parses a well-formed code; throws {@link IllegalArgumentException} for a malformed one. */
    public static CreditCode of(String text) {
        return new CreditCode(text.strip().toUpperCase(Locale.ROOT), check(text));
    }

    /**
     * The valid codes that a text is one slip away from: one wrong character or two neighbours swapped.
     *
     * @return at most one for each place and kind of slip; empty for a valid code and for what has not 18 characters
     */
    public static Set<String> oneSlipFrom(String text) {
        String typed = text.strip().toUpperCase(Locale.ROOT);
        Set<String> codes = new LinkedHashSet<>();
        if (typed.length() != 18 || check(typed) == Status.VALID) {
            return codes;
        }
        for (int i = 0; i < 18; i++) {
            char meant = checked(typed, i);
            add(codes, typed.substring(0, i) + meant + typed.substring(i + 1));
            if (i > 0) {
                add(codes, typed.substring(0, i - 1) + typed.charAt(i) + typed.charAt(i - 1) + typed.substring(i + 1));
            }
        }
        return codes;
    }

    /** The one character for a place with which the 18th agrees: it is added to the weighed sum, which 31 divides. */
    private static char checked(String typed, int place) {
        int others = 0;
        for (int i = 0; i < 18; i++) {
            others += i == place ? 0 : ALPHABET.indexOf(typed.charAt(i)) * weight(i);
        }
        int value = 0;
        while (Math.floorMod(others + value * weight(place), 31) != 0) {
            value++;
        }
        return ALPHABET.charAt(value);
    }

    private static int weight(int place) {
        return place < 17 ? WEIGHTS[place] : 1;
    }

    private static void add(Set<String> codes, String code) {
        if (check(code) == Status.VALID) {
            codes.add(code);
        }
    }

    /** The check character (18th) over the first 17. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The check character (9th) of an organisation code (GB 11714) over its first 8. */
    public static char organisationCheckCharacter(String first8) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    /** Whether both check characters agree. */
    public boolean valid() {
        return status == Status.VALID;
    }

    /** Grouped for reading: {@code 9133 0106 6739 5965 4P}. */
    public String grouped() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
