package org.chengxin.search.text;

import java.util.HashMap;
import java.util.Map;

/**
 * What is known of single Han characters: the simplified form and the readings (pinyin without tones), from frozen
 * tables.
 *
 * <p>乾 is left as it is, because folding needs no context then: 乾隆 keeps it, and a name with 乾 for 干 is found by its
 * sound.
 */
public final class Han {

    private static final int[] NONE = {};
    private static final char[] SIMPLIFIED = new char[1 << 16];
    private static final int[][] READINGS = new int[1 << 16][];
    private static final CharTrie WORDS = new CharTrie();
    /** Readings of both characters of a word by its number, the word's own first. */
    private static final int[][][] READINGS_OF_WORDS;

    static {
        for (int c = 0; c < SIMPLIFIED.length; c++) {
            SIMPLIFIED[c] = (char) c;
        }
        for (String line : TextResources.lines("simplified.txt")) {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                SIMPLIFIED[line.charAt(i)] = line.charAt(i + 1);
            }
        }
        for (String line : TextResources.lines("readings.tsv")) {
            int tab = line.indexOf('\t');
            int[] ids = Syllables.ids(line.substring(0, tab).split(","));
            for (char c : line.substring(tab + 1).toCharArray()) {
                READINGS[c] = ids;
            }
        }
        Map<Integer, int[][]> words = new HashMap<>();
        for (String line : TextResources.lines("readings-of-words.tsv")) {
            int tab = line.indexOf('\t');
            int[] ids = Syllables.ids(line.substring(tab + 1).split(" "));
            int word = WORDS.add(line.substring(0, 2));
            words.put(
                    word,
                    new int[][] {first(ids[0], readings(line.charAt(0))), first(ids[1], readings(line.charAt(1)))});
        }
        READINGS_OF_WORDS = new int[WORDS.size()][][];
        words.forEach((word, readings) -> READINGS_OF_WORDS[word] = readings);
    }

    private Han() {}

    /** The simplified form, the character itself when there is none. */
    public static char simplify(char c) {
        return SIMPLIFIED[c];
    }

    /** Whether a reading of the character is known. */
    public static boolean isRead(char c) {
        return READINGS[c] != null;
    }

    /** Readings as ids of {@link Syllables}, the usual one first; empty when unknown. */
    static int[] readings(char c) {
        int[] readings = READINGS[c];
        return readings == null ? NONE : readings;
    }

    /**
     * Readings of each character of a text. Where the two-character word it stands in decides the reading (重庆, 长沙), that
     * one comes first; the others stay, for the reader may not know.
     */
    public static int[][] readings(CharSequence text) {
        int length = text.length();
        int[][] all = new int[length][];
        for (int i = 0; i < length; i++) {
            if (all[i] == null) {
                all[i] = readings(text.charAt(i));
            }
            if (i + 1 < length) {
                int word = WORDS.pair(text.charAt(i), text.charAt(i + 1));
                if (word >= 0) {
                    all[i] = READINGS_OF_WORDS[word][0];
                    all[i + 1] = READINGS_OF_WORDS[word][1];
                }
            }
        }
        return all;
    }

    private static int[] first(int chosen, int[] readings) {
        if (readings.length > 0 && readings[0] == chosen) {
            return readings;
        }
        int others = 0;
        for (int reading : readings) {
            others += reading == chosen ? 0 : 1;
        }
        int[] ordered = new int[others + 1];
        ordered[0] = chosen;
        int at = 1;
        for (int reading : readings) {
            if (reading != chosen) {
                ordered[at++] = reading;
            }
        }
        return ordered;
    }
}
