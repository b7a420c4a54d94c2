package org.chengxin.intake.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cleans what a cell holds before it is read as anything. */
public final class Texts {

    /** How people write that there is nothing. */
    private static final Set<String> NOTHING =
            Set.of("", "/", "//", "\\", "-", "--", "—", "——", "无", "暂无", "空", "NULL", "N/A", "NA", "NONE", "未填写", "不详");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}\\p{Cf}\\u3000]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");
    private static final Pattern LINE_ENDS = Pattern.compile("[ \\t]*(\\r\\n|\\r)");

    private Texts() {}

    /** Running text without blanks around it and without control characters; empty when it says "nothing". */
    public static String clean(String text) {
        String kept = LINE_ENDS.matcher(CONTROL.matcher(text).replaceAll("")).replaceAll("\n");
        String stripped = strip(kept);
        return nothing(stripped) ? "" : stripped;
    }

    /** A name or title on one line, every run of blanks one blank; none at all between Chinese characters. */
    public static String line(String text) {
        String single = BLANKS.matcher(clean(text)).replaceAll(" ").strip();
        return single.replaceAll("(?<=[\\p{IsHan}（）()〔〕]) (?=[\\p{IsHan}（）()〔〕])", "");
    }

    /** A code: narrow, upper case, without any blank, hyphen dressing or leading apostrophe. */
    public static String code(String text) {
        String narrow = BLANKS.matcher(narrow(clean(text))).replaceAll("").toUpperCase(Locale.ROOT);
        return narrow.startsWith("'") || narrow.startsWith("`") ? narrow.substring(1) : narrow;
    }

    /** Full-width digits, letters and signs as narrow ones. */
    public static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Whether a text says that there is nothing. */
    public static boolean nothing(String text) {
        return NOTHING.contains(narrow(text).strip().toUpperCase(Locale.ROOT));
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && edge(text.charAt(start))) {
            start++;
        }
        while (end > start && edge(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean edge(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || c == '\uFEFF';
    }
}
