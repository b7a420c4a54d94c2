package org.chengxin.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.shared.Ids;

/**
 * Numbers of issued documents: {@code CX}, the day, 12 random characters of Crockford base 32 (60 bits, so that nobody finds a
 * document by trying) and a check character over all of it (Luhn modulo 32), so that a slip of the pen is not taken for a forgery.
 */
final class ReportNumber {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 23;

    private ReportNumber() {}

    static String next(LocalDate day, Ids ids) {
        String body =
                "CX" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ids.next().toUpperCase(Locale.ROOT);
        return body + check(body);
    }

    /** The number a reader typed, blanks, hyphens, case and look-alikes mended; empty when it cannot be one. */
    static Optional<String> parse(String typed) {
        if (typed.length() > 2 * LENGTH) {
            return Optional.empty();
        }
        String number = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0\\u3000-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean formed = number.length() == LENGTH
                && number.startsWith("CX")
                && number.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        if (!formed) {
            return Optional.empty();
        }
        String body = number.substring(0, LENGTH - 1);
        return check(body) == number.charAt(LENGTH - 1) ? Optional.of(number) : Optional.empty();
    }

    /** Grouped for reading: {@code CX20261124 7K3M 9P2Q 4R6T X}. */
    static String grouped(String number) {
        return number.substring(0, 10) + number.substring(10).replaceAll("(.{4}|.$)", " $1");
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
