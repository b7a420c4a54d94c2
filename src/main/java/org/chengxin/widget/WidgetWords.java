package org.chengxin.widget;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengxin.site.BoundSite;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Marks in words, from {@code messages-widget*.properties}. */
final class WidgetWords {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final ZoneId zone;

    /** Reads both bundles at once: reading them with the first answer would block an event loop. */
    WidgetWords(ZoneId zone) {
        this.zone = zone;
        messages.setBasename("messages-widget");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        List.of(Locale.CHINESE, Locale.ENGLISH).forEach(language -> word("title", language));
    }

    /** What a mark in use states; empty for one that is not. */
    List<String> facts(Badge badge, Locale language) {
        List<String> facts = new ArrayList<>();
        if (badge.inUse()) {
            facts.add(word("active", language));
            if (badge.permits() > 0) {
                facts.add(word("permits", language, badge.permits()));
            }
            if (badge.identified()) {
                facts.add(word("identified", language));
            }
            if (badge.honours() > 0) {
                facts.add(word("red", language));
            }
        }
        return List.copyOf(facts);
    }

    /** What a mark says where it states nothing else, and blank where all is well. */
    String told(Badge badge, Verdict verdict, Locale language) {
        if (verdict == Verdict.ELSEWHERE) {
            return word("elsewhere", language);
        }
        if (verdict == Verdict.SUSPENDED) {
            return word("suspended", language);
        }
        if (!badge.inUse()) {
            return word("unused", language);
        }
        return verdict == Verdict.UNKNOWN ? unknown(badge, language) : "";
    }

    /** Where a mark belongs, for a reader who has to compare addresses. */
    String unknown(Badge badge, Locale language) {
        List<BoundSite> shownOn = badge.shownOn();
        return shownOn.isEmpty()
                ? word("unbound", language)
                : word("unknown", language, shownOn.get(0).address());
    }

    /** The day of a mark. */
    String day(Badge badge, Locale language) {
        return word("day", language, badge.asOf().atZone(zone).toLocalDate().toString());
    }

    String word(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
