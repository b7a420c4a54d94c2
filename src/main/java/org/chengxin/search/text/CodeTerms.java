package org.chengxin.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes made comparable and cut for finding a part of one or one with a wrong character. */
public final class CodeTerms {

    /** Shortest part of a code that is looked up; also the size of the runs, so that such a part is one term. */
    public static final int RUN = 6;

    private static final Pattern EXCHANGE_CODE =
            Pattern.compile("(\\d{4,6})(?:[. ]?(?:SH|SZ|BJ|HK|NQ|OC))?", Pattern.CASE_INSENSITIVE);

    private CodeTerms() {}

    /** Upper case letters and digits only; the letters O and I, which no code has, become 0 and 1. */
    public static String fold(String code) {
        String text = FoldedText.of(code).text();
        StringBuilder folded = new StringBuilder(text.length());
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            folded.append(c == 'O' ? '0' : c == 'I' ? '1' : c);
        }
        return folded.toString();
    }

    /** The digits of an exchange code such as 600151.SH, null when the text is none. */
    public static @Nullable String exchangeCode(String text) {
        String code = text.strip();
        // nearly every alias is words, and a matcher for each is dear
        if (code.isEmpty() || code.charAt(0) > '9') {
            return null;
        }
        Matcher matcher = EXCHANGE_CODE.matcher(code);
        return matcher.matches() ? matcher.group(1) : null;
    }

    public static List<String> whole(String code) {
        return List.of(fold(code));
    }

    /** Runs of six characters; a shorter code is one term. */
    public static List<String> runs(String code) {
        String folded = fold(code);
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= folded.length(); i++) {
            runs.add(folded.substring(i, i + RUN));
        }
        return runs.isEmpty() ? List.of(folded) : runs;
    }
}
