package org.chengxin.intake.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.shared.Masks;

/** Finds identity numbers where they do not belong: inside names and in what error files would repeat. */
public final class IdentityNumbers {

    /** 18 digits with a birth date, or 15 as before 1999; the last may be X. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z])(?:[1-8]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]"
                    + "|[1-8]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3})(?![0-9A-Za-z])");

    private IdentityNumbers() {}

    /** The first identity number in a text. */
    public static Optional<String> in(String text) {
        Matcher found = NUMBER.matcher(Texts.narrow(text));
        return found.find() ? Optional.of(found.group().toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /** A text without its identity numbers and the brackets and words around them. */
    public static String without(String text) {
        String bare = NUMBER.matcher(Texts.narrow(text)).replaceAll("");
        return Texts.line(bare.replaceAll("(居民)?身份证(号码?|件)?[:：]?", "")
                .replaceAll("[(（\\[]\\s*[)）\\]]", "")
                .replaceAll("[,，;；:：/]+\\s*$", ""));
    }

    /** A text that may be repeated in a report: numbers of persons masked, old identity numbers whatever they may be. */
    public static String masked(String text) {
        String narrow = Texts.narrow(text);
        String safe = mask(narrow);
        if (safe.equals(narrow)) {
            return text;
        }
        // signs stay as they were written where only narrow digits had to be masked
        String written = mask(text);
        return Texts.narrow(written).equals(safe) ? written : safe;
    }

    private static String mask(String text) {
        return NUMBER.matcher(Masks.freeText(text)).replaceAll(found -> Masks.identity(found.group()));
    }
}
