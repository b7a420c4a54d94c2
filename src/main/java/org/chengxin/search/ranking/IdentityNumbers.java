package org.chengxin.search.ranking;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Recognises citizen identity numbers (公民身份号码, GB 11643) in any text, so that they are never searched. */
final class IdentityNumbers {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private IdentityNumbers() {}

    /** @param folded letters and digits only, lower case, as {@code FoldedText} gives them */
    static boolean anyIn(String folded) {
        for (int i = 0; i + LENGTH <= folded.length(); i++) {
            boolean free = (i == 0 || !isDigit(folded.charAt(i - 1)))
                    && (i + LENGTH == folded.length() || !isDigit(folded.charAt(i + LENGTH)));
            if (free && isIdentityNumber(folded.substring(i, i + LENGTH).toUpperCase(java.util.Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIdentityNumber(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            if (!isDigit(number.charAt(i))) {
                return false;
            }
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return number.charAt(LENGTH - 1) == CHECK.charAt(sum % 11) && isBirthDate(number) && !isCreditCode(number);
    }

    private static boolean isBirthDate(String number) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
            return date.getYear() >= 1880 && date.getYear() < 2100;
        } catch (DateTimeException e) {
            // no such day, so it is no birth date
            return false;
        }
    }

    /** A credit code (GB 32100) that happens to be all digits and to hold a date. */
    private static boolean isCreditCode(String number) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += CODE_ALPHABET.indexOf(number.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return "159Y".indexOf(number.charAt(0)) >= 0
                && CODE_ALPHABET.charAt((31 - sum % 31) % 31) == number.charAt(LENGTH - 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
