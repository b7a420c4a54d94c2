package org.chengxin.report;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.chengxin.catalog.Section;
import org.chengxin.shared.CreditCode;
import org.jspecify.annotations.Nullable;

/** The fixed words of a document in one language, from {@code report.properties}. */
final class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;

    Words(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle(
                "org.chengxin.report.report",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of a key with {@code {0}}, {@code {1}} ... filled in; throws when the key is missing. */
    String of(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return new MessageFormat(bundle.getString(key), locale).format(texts);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** A code as it is read, with a note when its check character disagrees; that there is none for null. */
    String code(@Nullable CreditCode code) {
        return code == null
                ? of("subject.uscc.none")
                : code.grouped() + (code.valid() ? "" : of("subject.uscc.mismatch"));
    }

    String section(Section section) {
        return of("section." + section.name());
    }

    /** {@code 2026-11-24 16:05:00 +08:00} in the site's zone. */
    String second(Instant moment) {
        return SECOND.format(moment.atZone(zone));
    }

    /** {@code 2026-11-24 16:05} in the site's zone. */
    String minute(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    /** The last day of something that ends at a moment (exclusive). */
    String lastDay(Instant end) {
        return end.minusNanos(1).atZone(zone).toLocalDate().toString();
    }

    Locale locale() {
        return locale;
    }
}
