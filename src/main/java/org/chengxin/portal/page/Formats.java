package org.chengxin.portal.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chengxin.search.SearchPage;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;

/** How dates, sums, codes and numbers are written on pages, in one place. */
public final class Formats {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ZoneId zone;

    public Formats(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * A value as it stands on a page.
     *
     * @param exact the exact value, shown beside a rounded one; null when the text already is exact
     * @param href where it leads, null for no link
     */
    public record Text(String text, @Nullable String exact, @Nullable String href) {

        static Text of(String text) {
            return new Text(text, null, null);
        }
    }

    /** The day of a moment, e.g. {@code 2026-11-24}. */
    public String day(Instant moment) {
        return moment.atZone(zone).toLocalDate().toString();
    }

    public String minute(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    /** The last day of something that ends at a moment (exclusive). */
    public String lastDay(Instant end) {
        return end.minusNanos(1).atZone(zone).toLocalDate().toString();
    }

    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** A whole number with its thousands set apart. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    /** A number of hits; a lower bound is marked. */
    public String total(SearchPage.Total total) {
        return number(total.value()) + (total.relation() == SearchPage.Relation.GTE ? "+" : "");
    }

    /** Milliseconds as seconds with two digits, at least {@code 0.01}. */
    public String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f", Math.max(millis, 10) / 1000.0);
    }

    /** A sum in yuan: {@code 1.2万元} with the exact figure beside it; in full for English. */
    public Text money(String yuan, Locale locale) {
        BigDecimal sum = new BigDecimal(yuan);
        NumberFormat exactly = NumberFormat.getNumberInstance(Locale.ROOT);
        exactly.setMaximumFractionDigits(6);
        String exact = exactly.format(sum);
        if (LocalName.isEnglish(locale)) {
            return Text.of("CNY " + exact);
        }
        BigDecimal size = sum.abs();
        if (size.compareTo(TEN_THOUSAND) < 0) {
            return Text.of(exact + "元");
        }
        return size.compareTo(HUNDRED_MILLION) < 0
                ? new Text(shortened(sum, TEN_THOUSAND) + "万元", exact + "元", null)
                : new Text(shortened(sum, HUNDRED_MILLION) + "亿元", exact + "元", null);
    }

    /** The address of a site that is known by its domain or by an address. */
    static String siteAddress(String site) {
        return site.matches("(?i)https?://\\S+") ? site : "https://" + site;
    }

    /** A code in groups of four: {@code 9133 0106 6739 5965 4P}. */
    public String grouped(String code) {
        return String.join(" ", groups(code));
    }

    /** The groups of four of a code. */
    public List<String> groups(String code) {
        return IntStream.iterate(0, from -> from < code.length(), from -> from + 4)
                .mapToObj(from -> code.substring(from, Math.min(code.length(), from + 4)))
                .toList();
    }

    /** The beginning of a text, with … for the rest of one longer than so many characters. */
    static String beginning(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    private static String shortened(BigDecimal sum, BigDecimal unit) {
        return sum.divide(unit, 2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
