package org.chengxin.search.reading;

import java.text.Normalizer;
import org.chengxin.search.SubjectQuery;

/**
 * A text as it was typed or pasted, made narrow (NFKC).
 *
 * @param text the first {@link #MAX_SCANNED} characters: numbers of persons and labels are looked for this far
 * @param start the first {@link SubjectQuery#MAX_TEXT} of them: what is searched
 */
public record Typed(String text, String start) {

    public static final int MAX_SCANNED = 10_000;

    public static Typed of(String raw) {
        String text = Normalizer.normalize(cut(raw, MAX_SCANNED), Normalizer.Form.NFKC);
        return new Typed(text, cut(text, SubjectQuery.MAX_TEXT));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
