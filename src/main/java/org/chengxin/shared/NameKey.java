package org.chengxin.shared;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which two spellings of one registered name are equal: width, case, brackets, blanks and dots aside. */
public final class NameKey {

    private NameKey() {}

    /** The key of a name; names with one key are taken for the same. */
    public static String of(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            switch (c) {
                case '〔', '【', '［', '[', '{' -> key.append('(');
                case '〕', '】', '］', ']', '}' -> key.append(')');
                case '·', '•', '・', '\'', '"', '“', '”', '‘', '’', ',', '，', '。', '.' -> {}
                default -> {
                    if (!Character.isWhitespace(c)
                            && !Character.isSpaceChar(c)
                            && !Character.isISOControl(c)
                            && Character.getType(c) != Character.FORMAT) {
                        key.appendCodePoint(c);
                    }
                }
            }
        });
        return key.toString();
    }
}
