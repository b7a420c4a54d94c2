package org.chengxin.site;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Letters;
import org.chengxin.search.text.NameTerms;

/** How a name in a domain looks and sounds to somebody who glances at it. */
final class Looks {

    private static final Map<Integer, String> LOOKS_LIKE = new HashMap<>();

    static {
        for (String line : SiteResources.lines("confusables.tsv")) {
            int tab = line.indexOf('\t');
            line.substring(tab + 1).codePoints().forEach(point -> LOOKS_LIKE.put(point, line.substring(0, tab)));
        }
    }

    private Looks() {}

    /** One spelling for all that look alike: no accents, Latin for Cyrillic and Greek, l for 1 and i, m for rn. */
    static String skeleton(String label) {
        StringBuilder skeleton = new StringBuilder(label.length());
        Normalizer.normalize(label, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK && point != '-')
                .forEach(point -> {
                    String like = LOOKS_LIKE.get(point);
                    if (like == null) {
                        skeleton.appendCodePoint(point);
                    } else {
                        skeleton.append(like);
                    }
                });
        return skeleton.toString().replace("rn", "m").replace("vv", "w").replace("cl", "d");
    }

    /** Letters as it is read aloud, pinyin for characters; without hyphens. */
    static String spelled(String label) {
        FoldedText text = FoldedText.of(label.replace("-", ""));
        return inCharacters(label) ? NameTerms.spelled(text, 0, text.length()) : label.replace("-", "");
    }

    /** The same with what sounds alike to many made alike; empty when it is not pinyin from end to end. */
    static String sound(String label) {
        return syllables(label) == 0 ? "" : Letters.fold(spelled(label));
    }

    /** Of how many syllables of pinyin it is made from end to end; 0 when it is not. */
    static int syllables(String label) {
        List<String> pieces = pieces(label);
        return pieces.stream().allMatch(Looks::isSyllable) ? pieces.size() : 0;
    }

    /** How many letters and digits of it belong to no syllable, as initials and slips do. */
    static int loneLetters(String label) {
        return (int) pieces(label).stream().filter(piece -> !isSyllable(piece)).count();
    }

    /** The letters and digits before its first syllable. */
    static String initials(String label) {
        StringBuilder initials = new StringBuilder();
        for (String piece : pieces(label)) {
            if (isSyllable(piece)) {
                break;
            }
            initials.append(piece);
        }
        return initials.toString();
    }

    private static List<String> pieces(String label) {
        return Letters.cut(spelled(label));
    }

    private static boolean isSyllable(String piece) {
        return piece.length() > 1 || "aeo".contains(piece);
    }

    /** Whether a name is written in Chinese characters at least in part. */
    static boolean inCharacters(String label) {
        return label.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
}
