package org.chengxin.portal.page;

import java.util.Map;
import org.chengxin.search.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the box of a page of results, as far as the page may say it back.
 *
 * @param shown empty when nothing was typed, or nothing of it may be repeated
 */
record TypedText(String shown, Understanding understood) {

    /** Characters of it in the title of the page. */
    private static final int TITLE = 40;

    static TypedText of(String typed, Understanding understood) {
        return new TypedText(understood.repeatable(typed), understood);
    }

    /** The title with it, or the one of a page that lists everything. */
    String title(Words words, String with, String without) {
        return shown.isEmpty()
                ? words.get(without)
                : words.get(with, Formats.beginning(shown.replaceAll("\\s+", " "), TITLE));
    }

    /** The parameter that asks for it again; none when it is empty. */
    Map<String, String> parameter() {
        return shown.isEmpty() ? Map.of() : Map.of(PageRequest.TYPED, shown);
    }

    Pages.Keep keep() {
        return understood.as().personal() ? Pages.Keep.NOT_AT_ALL : Pages.Keep.NOT_INDEXED;
    }

    /** What the reader is told when it was neither a name nor words; null when it was. */
    @Nullable
    String notice(Words words) {
        return switch (understood.as()) {
            case IDENTITY_NUMBER -> words.get("results.identity");
            case MEANINGLESS -> words.get("results.meaningless");
            case PHONE -> words.get("results.phone");
            case PLATE -> words.get("results.plate");
            case BANK_CARD -> words.get("results.bankCard");
            default -> null;
        };
    }
}
