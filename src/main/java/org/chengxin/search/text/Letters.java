package org.chengxin.search.text;

import java.util.ArrayList;
import java.util.List;

/** Latin letters that stand for sounds: folding of what people confuse, and cutting into syllables for recall. */
public final class Letters {

    private Letters() {}

    /** Letters with zh/z, ch/c, sh/s, ng/n, l/n and ü/u made alike. */
    public static String fold(String letters) {
        StringBuilder folded = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            char before = i == 0 ? 0 : letters.charAt(i - 1);
            boolean silent =
                    (c == 'h' && (before == 'z' || before == 'c' || before == 's')) || (c == 'g' && before == 'n');
            if (!silent) {
                folded.append(c == 'l' ? 'n' : c == 'v' ? 'u' : c);
            }
        }
        return folded.toString();
    }

    /**
     * Letters cut into syllables, as few pieces as possible; letters that belong to no syllable stand alone.
     *
     * @param letters lower case Latin letters only
     */
    public static List<String> cut(String letters) {
        int length = letters.length();
        // a lone letter costs more than a syllable: gangbing is gang bing, not gang b ing
        int[] cost = new int[length + 1];
        int[] step = new int[length + 1];
        for (int at = length - 1; at >= 0; at--) {
            cost[at] = cost[at + 1] + 3;
            step[at] = 1;
            int end = Math.min(length, at + Syllables.LONGEST);
            for (int to = at + 1; to <= end; to++) {
                // ties go to the longer first syllable: xian before xi an
                if (cost[to] + 2 <= cost[at] && isSyllable(letters.substring(at, to))) {
                    cost[at] = cost[to] + 2;
                    step[at] = to - at;
                }
            }
        }
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < length; at += step[at]) {
            pieces.add(letters.substring(at, at + step[at]));
        }
        return pieces;
    }

    /** Whether the letters are a syllable, ü also written u or yu. */
    static boolean isSyllable(String letters) {
        return Syllables.contains(letters) && (letters.length() > 1 || "aeo".contains(letters));
    }

    public static boolean is(char c) {
        return c >= 'a' && c <= 'z';
    }
}
