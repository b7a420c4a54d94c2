package org.chengxin.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/** Tells a citizen identity number (公民身份号码, GB 11643, and its form of 15 digits) from other numbers. */
public final class IdentityNumber {

    /** First two digits: the provinces. */
    private static final int[] PROVINCES = {
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63, 64, 65, 71, 81, 82, 83
    };

    private IdentityNumber() {}

    /**
     * Whether 15 or 18 characters without blanks are one. The check character may be wrong: a mistyped number still
     * points at a person. A valid USCC or registration number (注册号) is none, whatever it looks like.
     */
    public static boolean isOne(String number) {
        return switch (number.length()) {
            case 18 ->
                digits(number, 17)
                        && (isDigit(number.charAt(17)) || "Xx".indexOf(number.charAt(17)) >= 0)
                        && inProvince(number)
                        && isDay(number, 6, 4, 0)
                        && CreditCode.check(number) != CreditCode.Status.VALID;
            case 15 -> digits(number, 15) && inProvince(number) && isDay(number, 6, 2, 1900) && !isRegistration(number);
            default -> false;
        };
    }

    /** Whether the check character (ISO 7064, MOD 11-2) of a number of 18 characters agrees. */
    static boolean agrees(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + number.charAt(i) - '0') * 2 % 11;
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    /** Whether the check digit (ISO 7064, MOD 11,10) of a registration number of 15 digits (GS 15) agrees. */
    static boolean isRegistration(String number) {
        int product = 10;
        for (int i = 0; i < 14; i++) {
            int sum = (product + number.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == number.charAt(14) - '0';
    }

    private static boolean inProvince(String number) {
        return Arrays.binarySearch(PROVINCES, Integer.parseInt(number, 0, 2, 10)) >= 0;
    }

    private static boolean isDay(String number, int at, int yearDigits, int century) {
        int month = at + yearDigits;
        try {
            int year = LocalDate.of(
                            century + Integer.parseInt(number, at, month, 10),
                            Integer.parseInt(number, month, month + 2, 10),
                            Integer.parseInt(number, month + 2, month + 4, 10))
                    .getYear();
            return year >= 1880 && year < 2100;
        } catch (DateTimeException e) {
            // no such day, so it is no birth date
            return false;
        }
    }

    private static boolean digits(String text, int count) {
        for (int i = 0; i < count; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
