package org.chengxin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names the characters that the faces lack by their code points. */
final class RareCharacters {

    private RareCharacters() {}

    /** One line, e.g. {@code 〓1 = U+2CB4E}, with what it means. */
    static String note(Words words, List<Integer> codePoints) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < codePoints.size(); i++) {
            parts.add(String.format(Locale.ROOT, "%s%d = U+%04X", Prose.MARK, i + 1, codePoints.get(i)));
        }
        return words.of("rare.note", String.join("  ", parts));
    }
}
