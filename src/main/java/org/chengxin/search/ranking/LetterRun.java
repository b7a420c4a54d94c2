package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chengxin.search.ranking.Alignment.How;
import org.chengxin.search.text.Syllables;
import org.jspecify.annotations.Nullable;

/**
 * A run of typed letters and what each syllable makes of them from each place on: worked out once, because the same
 * syllables return in every candidate. For one thread.
 */
final class LetterRun {

    private static final float VARIANT = 0.88f;
    private static final float MISSPELT = 0.72f;
    /** A misspelling is a slip beside what it leaves unlike. */
    private static final float SLIP = -0.3f;
    /** An initial alone; a row of them is as good as syllables, but syllables win where both fit. */
    static final float INITIAL = 0.9f;

    final char[] letters;
    /** Position of the first letter in the query. */
    final int offset;

    private final Step[] @Nullable [][] steps = new Step[Syllables.count()][][];
    private float[] best = {};
    private int[] back = {};
    private How[] kinds = {};

    LetterRun(String letters, int offset) {
        this.letters = letters.toCharArray();
        this.offset = offset;
    }

    /**
     * A way to read letters as a syllable.
     *
     * @param used letters it takes
     * @param gain what it is worth in the usual reading of a character
     * @param cost added whatever the reading
     * @param lone whether the letter is the first of the syllable only
     */
    record Step(int used, float gain, float cost, How how, boolean lone) {}

    /** Ways to read the letters from a place on as a syllable, likeliest first. */
    Step[] steps(int syllable, int place) {
        Step[][] places = steps[syllable];
        if (places == null) {
            places = new Step[letters.length][];
            steps[syllable] = places;
        }
        Step[] known = places[place];
        if (known == null) {
            known = read(syllable, place).toArray(Step[]::new);
            places[place] = known;
        }
        return known;
    }

    private List<Step> read(int id, int place) {
        String syllable = Syllables.spelling(id);
        List<Step> ways = new ArrayList<>();
        int left = letters.length - place;
        if (startsWith(syllable, place)) {
            ways.add(new Step(syllable.length(), syllable.length(), 0, How.PINYIN, false));
        } else if (left < syllable.length() && syllable.startsWith(new String(letters, place, left))) {
            // typing stopped within this syllable
            ways.add(new Step(left, left, 0, How.PINYIN, false));
        } else {
            for (String variant : Syllables.variants(id)) {
                if (startsWith(variant, place)) {
                    ways.add(new Step(variant.length(), VARIANT * variant.length(), 0, How.FUZZY, false));
                }
            }
            misspelt(syllable, place, ways);
        }
        initial(syllable, place, ways);
        return ways;
    }

    private void misspelt(String syllable, int place, List<Step> ways) {
        int size = syllable.length();
        if (size < 2 || !mayBeOneEdit(syllable, place)) {
            return;
        }
        // one letter of two is no likeness, only one too many
        int least = size == 2 ? 3 : size - 1;
        for (int used = least; used <= size + 1 && place + used <= letters.length; used++) {
            if (isOneEdit(syllable, place, used)) {
                ways.add(new Step(used, MISSPELT * used, SLIP, How.FUZZY, false));
            }
        }
    }

    private void initial(String syllable, int place, List<Step> ways) {
        if (letters[place] != syllable.charAt(0)) {
            return;
        }
        ways.add(new Step(1, INITIAL, 0, How.INITIAL, true));
        if (syllable.length() > 2 && syllable.charAt(1) == 'h' && startsWith(syllable.substring(0, 2), place)) {
            ways.add(new Step(2, INITIAL * 2, 0, How.INITIAL, false));
        }
    }

    private boolean startsWith(String text, int place) {
        if (place + text.length() > letters.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (letters[place + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Most syllables differ from the letters within their first two in a way that one edit cannot mend. */
    private boolean mayBeOneEdit(String syllable, int place) {
        char first = letters[place];
        char second = place + 1 < letters.length ? letters[place + 1] : first;
        return first == syllable.charAt(0)
                || first == syllable.charAt(1)
                || second == syllable.charAt(0)
                || second == syllable.charAt(1);
    }

    /** Whether one letter changed, left out, added or swapped with its neighbour makes the letters from the syllable. */
    private boolean isOneEdit(String syllable, int place, int used) {
        int size = syllable.length();
        int common = 0;
        while (common < Math.min(size, used) && letters[place + common] == syllable.charAt(common)) {
            common++;
        }
        int tail = 0;
        while (tail < Math.min(size, used) - common
                && letters[place + used - 1 - tail] == syllable.charAt(size - 1 - tail)) {
            tail++;
        }
        int changedInSyllable = size - common - tail;
        int changedInLetters = used - common - tail;
        if (changedInSyllable <= 1 && changedInLetters <= 1) {
            return true;
        }
        return changedInSyllable == 2
                && changedInLetters == 2
                && letters[place + common] == syllable.charAt(common + 1)
                && letters[place + common + 1] == syllable.charAt(common);
    }

    /** Makes room for an alignment of so many states; what the last one left is overwritten. */
    void prepare(int states, float never) {
        if (best.length < states) {
            best = new float[states];
            back = new int[states];
            kinds = new How[states];
        }
        Arrays.fill(best, 0, states, never);
    }

    /** Value of each state. */
    float[] best() {
        return best;
    }

    /** State before each state that was reached. */
    int[] back() {
        return back;
    }

    /** How each state that was reached was reached. */
    How[] kinds() {
        return kinds;
    }
}
