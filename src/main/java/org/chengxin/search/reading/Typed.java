package org.chengxin.search.reading;

import java.text.Normalizer;
import org.chengxin.search.SubjectQuery;

/**
 * A text as it was typed or pasted, made narrow (NFKC).
 *
 * @param text the first {@link SubjectQuery#MAX_PASTE} characters: all of it is read, however little is searched
 * @param start the first {@link SubjectQuery#MAX_TEXT} of them: what is searched of a plain text
 */
public record Typed(String text, String start) {

    public static Typed of(String raw) {
        String text = Normalizer.normalize(cut(raw, SubjectQuery.MAX_PASTE), Normalizer.Form.NFKC);
        return new Typed(text, cut(text, SubjectQuery.MAX_TEXT));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
