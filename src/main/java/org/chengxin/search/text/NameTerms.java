package org.chengxin.search.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The terms under which a name is found: pairs of characters, of syllables, runs of initials and of letters. */
public final class NameTerms {

    /** Initials are indexed by threes: two say too little, four do not survive one wrong letter. */
    public static final int INITIALS = 3;
    /** Letters by fours, about one and a half syllables: rescues misspelt pinyin. */
    public static final int LETTERS = 4;
    /** More readings of one character than this are curiosities and cost precision. */
    private static final int MAX_READINGS = 3;
    /** Longer names are cut for terms; the longest registered names have some 60 characters. */
    private static final int MAX_LENGTH = 80;

    // the analyzers of one field ask for the same name one after the other
    private static final ThreadLocal<PreparedName> LAST = ThreadLocal.withInitial(() -> new PreparedName(""));

    private NameTerms() {}

    /** A name with what all terms are made from. */
    private static final class PreparedName {
        private final String name;
        private final FoldedText text;
        private final NameParts parts;
        private final int[][] readings;

        PreparedName(String name) {
            this.name = name;
            this.text = FoldedText.of(name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name);
            this.parts = NameParts.of(text);
            this.readings = Han.readings(text.text());
        }
    }

    private static PreparedName prepared(String name) {
        PreparedName last = LAST.get();
        if (!last.name.equals(name)) {
            last = new PreparedName(name);
            LAST.set(last);
        }
        return last;
    }

    /** Neighbouring characters in pairs. */
    public static List<String> pairs(String name) {
        return pairsOf(folded(name));
    }

    /** Pairs of an already folded text; a single character is its own term. */
    public static List<String> pairsOf(String text) {
        if (text.length() == 1) {
            return List.of(text);
        }
        List<String> pairs = new ArrayList<>(text.length());
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    /** Single characters. */
    public static List<String> characters(String name) {
        String text = folded(name);
        List<String> characters = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            characters.add(text.substring(i, i + 1));
        }
        return characters;
    }

    /** Pairs of neighbouring syllables in all usual readings, sounds that are confused made alike. */
    public static Collection<String> syllablePairs(String name) {
        int[][] readings = prepared(name).readings;
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < readings.length; i++) {
            pairs.addAll(syllablePairs(readings[i], readings[i + 1]));
        }
        return pairs;
    }

    /** All pairs of two characters' syllables; empty when one has no reading. */
    public static Set<String> syllablePairs(int[] first, int[] second) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int a = 0; a < Math.min(first.length, MAX_READINGS); a++) {
            for (int b = 0; b < Math.min(second.length, MAX_READINGS); b++) {
                pairs.add(Syllables.foldedSpelling(first[a]) + ' ' + Syllables.foldedSpelling(second[b]));
            }
        }
        return pairs;
    }

    /** The term of two typed syllables. */
    public static String syllablePair(String first, String second) {
        return Letters.fold(first) + ' ' + Letters.fold(second);
    }

    /** Initials by threes, of the whole name, without 市 and 省, and from the brand on. */
    public static Collection<String> initialRuns(String name) {
        PreparedName prepared = prepared(name);
        FoldedText text = prepared.text;
        int[][] readings = prepared.readings;
        Set<String> runs = new LinkedHashSet<>();
        addRuns(text, readings, 0, -1, runs);
        int suffix = regionSuffix(text, prepared.parts);
        if (suffix > 0) {
            addRuns(text, readings, 0, suffix, runs);
        }
        return runs;
    }

    /** Index of the 市, 省, 县 or 区 right before the brand, which people leave out; -1 when there is none. */
    private static int regionSuffix(FoldedText text, NameParts parts) {
        int last = parts.afterRegion() - 1;
        return last > 1 && "省市县区".indexOf(text.at(last)) >= 0 ? last : -1;
    }

    private static void addRuns(FoldedText text, int[][] readings, int from, int without, Set<String> runs) {
        char[][] initials = new char[text.length()][];
        int length = 0;
        for (int i = from; i < text.length(); i++) {
            if (i != without) {
                initials[length++] = initials(text.at(i), readings[i]);
            }
        }
        for (int i = 0; i + INITIALS <= length; i++) {
            for (char a : initials[i]) {
                for (char b : initials[i + 1]) {
                    for (char c : initials[i + 2]) {
                        runs.add(new String(new char[] {a, b, c}));
                    }
                }
            }
        }
    }

    private static char[] initials(char c, int[] readings) {
        if (readings.length == 0) {
            return new char[] {c};
        }
        StringBuilder distinct = new StringBuilder();
        for (int i = 0; i < Math.min(readings.length, MAX_READINGS); i++) {
            char initial = Syllables.spelling(readings[i]).charAt(0);
            if (distinct.indexOf(String.valueOf(initial)) < 0) {
                distinct.append(initial);
            }
        }
        return distinct.toString().toCharArray();
    }

    /** Letters by fours of the usual reading without the form, what is confused made alike. */
    public static Collection<String> letterRuns(String name) {
        PreparedName prepared = prepared(name);
        FoldedText text = prepared.text;
        NameParts parts = prepared.parts;
        int end = text.length();
        while (end > 0 && parts.at(end - 1) == NameParts.Part.FORM) {
            end--;
        }
        return letterRunsOf(spelled(text, prepared.readings, 0, end == 0 ? text.length() : end));
    }

    /** Runs of typed letters. */
    public static Collection<String> letterRunsOf(String letters) {
        String folded = Letters.fold(letters);
        Set<String> runs = new LinkedHashSet<>();
        for (int i = 0; i + LETTERS <= folded.length(); i++) {
            runs.add(folded.substring(i, i + LETTERS));
        }
        return runs;
    }

    /** What one may begin to type: the name or its brand, in characters, pinyin or initials. */
    public static Collection<String> starts(String name) {
        PreparedName prepared = prepared(name);
        FoldedText text = prepared.text;
        NameParts parts = prepared.parts;
        int[][] readings = prepared.readings;
        int brand = parts.afterRegion();
        int suffix = regionSuffix(text, parts);
        Set<String> starts = new LinkedHashSet<>();
        for (int from : brand == 0 ? new int[] {0} : new int[] {0, brand}) {
            starts.add(text.text().substring(from));
            starts.add(spelled(text, readings, from, text.length()));
            starts.add(initials(text, readings, from, -1));
            if (suffix >= from) {
                starts.add(initials(text, readings, from, suffix));
                starts.add(spelled(text, readings, from, suffix) + spelled(text, readings, suffix + 1, text.length()));
                starts.add(text.text().substring(from, suffix) + text.text().substring(suffix + 1));
            }
        }
        return starts;
    }

    /** Initials of the usual readings; characters without a reading stand for themselves. */
    public static String initials(String folded) {
        FoldedText text = FoldedText.of(folded);
        return initials(text, Han.readings(text.text()), 0, -1);
    }

    /** The usual reading in one piece; characters without a reading stand for themselves. */
    public static String spelled(FoldedText text, int from, int to) {
        return spelled(text, Han.readings(text.text()), from, to);
    }

    private static String spelled(FoldedText text, int[][] readings, int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (readings[i].length == 0) {
                letters.append(text.at(i));
            } else {
                letters.append(Syllables.spelling(readings[i][0]));
            }
        }
        return letters.toString();
    }

    private static String initials(FoldedText text, int[][] readings, int from, int without) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            if (i != without) {
                letters.append(
                        readings[i].length == 0
                                ? text.at(i)
                                : Syllables.spelling(readings[i][0]).charAt(0));
            }
        }
        return letters.toString();
    }

    private static String folded(String name) {
        return prepared(name).text.text();
    }
}
