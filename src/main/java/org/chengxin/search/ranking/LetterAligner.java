package org.chengxin.search.ranking;

import java.util.Arrays;
import java.util.List;
import org.chengxin.search.ranking.Alignment.How;
import org.chengxin.search.text.NameParts.Part;
import org.chengxin.search.text.Syllables;

/**
 * Lets the characters of a name consume a run of typed letters: by their syllable, a syllable misheard or misspelt, or
 * their initial. Dynamic programming over name position and letters used.
 */
final class LetterAligner {

    /** A reading that is not the usual one. */
    private static final float OTHER_READING = 0.95f;

    private static final float VARIANT = 0.88f;
    private static final float MISSPELT = 0.72f;
    /** An initial alone; a row of them is as good as syllables, but syllables win where both fit. */
    private static final float INITIAL = 0.9f;
    /** Few type 有限公司 by its initials: rather the letter belongs to another name. */
    private static final float INITIAL_OF_FORM = 0.6f;
    /** A wrong letter in place of an initial. */
    private static final float WRONG = -0.45f;
    /** A name character passed over inside the match; 市 and what is in brackets are left out by many. */
    private static final float PASSED = -0.55f;

    private static final float PASSED_REGION = -0.2f;
    /** A typed letter that nothing explains. */
    private static final float UNEXPLAINED = -0.6f;
    /** A start in the middle of the name is less likely than at its beginning or its brand. */
    private static final float INSIDE = -0.3f;
    /** States this far behind an explanation of all letters so far are given up. */
    private static final float HOPELESS = 3.5f;

    private static final float NEVER = -1e9f;

    private final char[] letters;
    private final int offset;
    private final NameForm name;
    private final Alignment alignment;
    private final float[] best;
    private final int[] back;
    private final How[] kind;
    private final int width;

    private LetterAligner(QueryForm query, int[] run, NameForm name, Alignment alignment) {
        this.letters = query.text.text().substring(run[0], run[1]).toCharArray();
        this.offset = run[0];
        this.name = name;
        this.alignment = alignment;
        this.width = letters.length + 1;
        int size = (name.length + 1) * width;
        this.best = new float[size];
        this.back = new int[size];
        this.kind = new How[size];
    }

    static void align(QueryForm query, int[] run, NameForm name, Alignment alignment) {
        new LetterAligner(query, run, name, alignment).run();
    }

    private void run() {
        Arrays.fill(best, NEVER);
        for (int n = 0; n < name.length; n++) {
            int start = n * width;
            float entry = entry(n);
            if (entry > best[start]) {
                best[start] = entry;
                back[start] = -1;
            }
            for (int p = 0; p < letters.length; p++) {
                float value = best[start + p];
                if (value > NEVER && value >= p - HOPELESS - p * 0.4f) {
                    step(n, p, value);
                }
            }
            for (int p = 1; p <= letters.length; p++) {
                if (best[start + p] > NEVER) {
                    pass(n, p);
                }
            }
        }
        trace();
    }

    private float entry(int n) {
        boolean natural = n == 0
                || alignment.from[n - 1] >= 0
                || name.text.breakBefore(n)
                || name.parts.at(n) != name.parts.at(n - 1)
                || name.parts.at(n) == Part.REGION;
        return natural ? 0 : INSIDE;
    }

    private void pass(int n, int p) {
        Part part = name.parts.at(n);
        float cost = !alignment.isFree(n) ? 0 : part == Part.REGION || part == Part.FORM ? PASSED_REGION : PASSED;
        offer(n, p, n + 1, p, best[n * width + p] + cost, How.NONE);
    }

    private void step(int n, int p, float value) {
        // an unexplained letter keeps the name position
        offer(n, p, n, p + 1, value + UNEXPLAINED, How.NONE);
        if (!alignment.isFree(n)) {
            return;
        }
        char c = name.text.at(n);
        int[] readings = name.readings[n];
        if (readings.length == 0) {
            offer(n, p, n + 1, p + 1, value + (letters[p] == c ? 1 : WRONG), letters[p] == c ? How.EXACT : How.NONE);
            return;
        }
        offer(n, p, n + 1, p + 1, value + WRONG, How.NONE);
        for (int r = 0; r < readings.length; r++) {
            float factor = r == 0 ? 1 : OTHER_READING;
            String syllable = Syllables.spelling(readings[r]);
            if (startsWith(syllable, p)) {
                int end = p + syllable.length();
                offer(n, p, n + 1, end, value + factor * syllable.length(), How.PINYIN);
            } else {
                unlike(n, p, value, factor, readings[r], syllable);
            }
            initial(n, p, value, factor, syllable);
        }
    }

    private void unlike(int n, int p, float value, float factor, int reading, String syllable) {
        int left = letters.length - p;
        if (left < syllable.length() && syllable.startsWith(new String(letters, p, left))) {
            // typing stopped within this syllable
            offer(n, p, n + 1, letters.length, value + factor * left, How.PINYIN);
            return;
        }
        List<String> variants = Syllables.variants(reading);
        for (String variant : variants) {
            if (startsWith(variant, p)) {
                offer(n, p, n + 1, p + variant.length(), value + factor * VARIANT * variant.length(), How.FUZZY);
            }
        }
        misspelt(n, p, value, factor, syllable);
    }

    private void misspelt(int n, int p, float value, float factor, String syllable) {
        int size = syllable.length();
        if (size < 2) {
            return;
        }
        // one letter of two is no likeness, only one too many
        int least = size == 2 ? 3 : size - 1;
        for (int used = least; used <= size + 1 && p + used <= letters.length; used++) {
            if (isOneEdit(syllable, p, used)) {
                offer(n, p, n + 1, p + used, value + factor * MISSPELT * used - 0.3f, How.FUZZY);
            }
        }
    }

    private void initial(int n, int p, float value, float factor, String syllable) {
        if (letters[p] != syllable.charAt(0)) {
            return;
        }
        float gain = name.parts.at(n) == Part.FORM ? INITIAL_OF_FORM : INITIAL;
        offer(n, p, n + 1, p + 1, value + factor * gain, How.INITIAL);
        if (syllable.length() > 2 && syllable.charAt(1) == 'h' && startsWith(syllable.substring(0, 2), p)) {
            offer(n, p, n + 1, p + 2, value + factor * INITIAL * 2, How.INITIAL);
        }
    }

    private boolean startsWith(String text, int p) {
        if (p + text.length() > letters.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (letters[p + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one letter changed, left out, added or swapped with its neighbour makes the letters from the syllable. */
    private boolean isOneEdit(String syllable, int p, int used) {
        int size = syllable.length();
        int common = 0;
        while (common < Math.min(size, used) && letters[p + common] == syllable.charAt(common)) {
            common++;
        }
        int tail = 0;
        while (tail < Math.min(size, used) - common
                && letters[p + used - 1 - tail] == syllable.charAt(size - 1 - tail)) {
            tail++;
        }
        int changedInSyllable = size - common - tail;
        int changedInLetters = used - common - tail;
        if (changedInSyllable <= 1 && changedInLetters <= 1) {
            return true;
        }
        return changedInSyllable == 2
                && changedInLetters == 2
                && letters[p + common] == syllable.charAt(common + 1)
                && letters[p + common + 1] == syllable.charAt(common);
    }

    private void offer(int n, int p, int toN, int toP, float value, How how) {
        int to = toN * width + toP;
        if (value > best[to]) {
            best[to] = value;
            back[to] = n * width + p;
            kind[to] = how;
        }
    }

    private void trace() {
        int end = -1;
        float top = 0;
        for (int n = 0; n <= name.length; n++) {
            for (int p = 1; p <= letters.length; p++) {
                float value = best[n * width + p] + (letters.length - p) * UNEXPLAINED;
                if (value > top) {
                    top = value;
                    end = n * width + p;
                }
            }
        }
        if (end < 0) {
            return;
        }
        // every letter carries the same share of what the whole run is explained by
        float share = top / letters.length;
        Arrays.fill(alignment.query, offset, offset + letters.length, Math.max(0, share));
        for (int at = end; at >= 0 && back[at] >= 0 && at % width > 0; at = back[at]) {
            How how = kind[at];
            int n = at / width - 1;
            if (how != How.NONE && back[at] / width == n) {
                alignment.name[n] = likeness(how);
                alignment.how[n] = how;
                alignment.from[n] = offset + back[at] % width;
            }
        }
    }

    private static float likeness(How how) {
        return switch (how) {
            case EXACT, PINYIN -> 1f;
            case INITIAL -> INITIAL;
            default -> MISSPELT;
        };
    }
}
