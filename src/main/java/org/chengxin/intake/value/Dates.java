package org.chengxin.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates: 2024-01-05, 2024/1/5, 2024.1.5, 20240105, 2024年1月5日, with a time behind, Excel serials. */
public final class Dates {

    private static final Pattern PARTS = Pattern.compile(
            "(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?(?:[T ]?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
    private static final Pattern OPEN =
            Pattern.compile("长期|长期有效|永久|永久有效|无固定期限|无期限|至今|(2099|2999|9999)-(12-31|1-1|01-01)");

    /** Day 0 of Excel's serials; its wrong leap day of 1900 is long before any serial taken. */
    private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    private Dates() {}

    /** Reads a day; throws {@link BadValueException} when it is none. */
    public static LocalDate day(String text) {
        String narrow = Texts.narrow(Texts.clean(text)).replaceAll("\\s+", " ").replaceAll("(?<=[年月]) ", "");
        Matcher parts = PARTS.matcher(narrow);
        if (!parts.matches()) {
            parts = COMPACT.matcher(narrow);
        }
        if (parts.matches()) {
            return day(parts);
        }
        Matcher serial = SERIAL.matcher(narrow);
        if (serial.matches()) {
            return EXCEL_START.plusDays(Long.parseLong(serial.group(1)));
        }
        throw new BadValueException("date.unreadable");
    }

    private static LocalDate day(Matcher parts) {
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new BadValueException("date.implausible");
            }
            return day;
        } catch (DateTimeException notInCalendar) {
            throw new BadValueException("date.calendar");
        }
    }

    /** Reads the end of a validity; empty for an open one: 长期, 2099-12-31. */
    public static Optional<LocalDate> end(String text) {
        String narrow = Texts.narrow(Texts.clean(text)).replaceAll("\\s", "");
        if (OPEN.matcher(narrow).matches()) {
            return Optional.empty();
        }
        String last = narrow.replaceFirst("^.*(?:至|到|~)(?=\\d{4})", "");
        try {
            LocalDate day = day(last);
            return OPEN.matcher(day.toString()).matches() ? Optional.empty() : Optional.of(day);
        } catch (BadValueException implausible) {
            if (narrow.startsWith("9999") || narrow.startsWith("2999")) {
                return Optional.empty();
            }
            throw implausible;
        }
    }
}
