package org.chengxin.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.chengxin.shared.Ids;
import org.chengxin.shared.ReadableCode;

/**
 * Numbers of issued documents: {@code CX}, the day, 12 random characters of Crockford base 32 (60 bits, so that nobody finds a
 * document by trying) and a check character over all of it, so that a slip of the pen is not taken for a forgery.
 */
final class ReportNumber {

    private static final int LENGTH = 23;

    private ReportNumber() {}

    static String next(LocalDate day, Ids ids) {
        return ReadableCode.checked(
                "CX" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ids.next().toUpperCase(Locale.ROOT));
    }

    /** The number a reader typed, blanks, hyphens, case and look-alikes mended; empty when it cannot be one. */
    static Optional<String> parse(String typed) {
        return ReadableCode.mended(typed, LENGTH).filter(number -> number.startsWith("CX"));
    }

    /** Grouped for reading: {@code CX20261124 7K3M 9P2Q 4R6T X}. */
    static String grouped(String number) {
        return number.substring(0, 10) + number.substring(10).replaceAll("(.{4}|.$)", " $1");
    }
}
