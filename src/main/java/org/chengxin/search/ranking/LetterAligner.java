package org.chengxin.search.ranking;

import java.util.Arrays;
import org.chengxin.search.ranking.Alignment.How;
import org.chengxin.search.text.NameParts.Part;

/**
 * Lets the characters of a name consume a run of typed letters: by their syllable, a syllable misheard or misspelt, or
 * their initial. Dynamic programming over name position and letters used.
 */
final class LetterAligner {

    /** A reading that is not the usual one. */
    private static final float OTHER_READING = 0.95f;
    /** A character whose letters are not quite its own. */
    private static final float UNLIKE = 0.72f;
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

    private final LetterRun run;
    private final char[] letters;
    private final NameForm name;
    private final Alignment alignment;
    private final int width;
    private final float[] best;
    private final int[] back;
    private final How[] kinds;

    private LetterAligner(LetterRun run, NameForm name, Alignment alignment) {
        this.run = run;
        this.letters = run.letters;
        this.name = name;
        this.alignment = alignment;
        this.width = letters.length + 1;
        run.prepare((name.length + 1) * width, NEVER);
        this.best = run.best();
        this.back = run.back();
        this.kinds = run.kinds();
    }

    static void align(LetterRun run, NameForm name, Alignment alignment) {
        new LetterAligner(run, name, alignment).run();
    }

    private void run() {
        for (int n = 0; n < name.length; n++) {
            int start = n * width;
            float entry = entry(n);
            if (entry > best[start]) {
                best[start] = entry;
                back[start] = -1;
            }
            for (int p = 0; p <= letters.length; p++) {
                float value = best[start + p];
                if (value < p - HOPELESS - p * 0.4f) {
                    continue;
                }
                if (p < letters.length) {
                    step(n, p, value);
                }
                if (p > 0) {
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
        boolean form = name.parts.at(n) == Part.FORM;
        for (int r = 0; r < readings.length; r++) {
            float factor = r == 0 ? 1 : OTHER_READING;
            for (LetterRun.Step step : run.steps(readings[r], p)) {
                float gain = step.lone() && form ? INITIAL_OF_FORM : step.gain();
                offer(n, p, n + 1, p + step.used(), value + factor * gain + step.cost(), step.how());
            }
        }
    }

    private void offer(int n, int p, int toN, int toP, float value, How how) {
        int to = toN * width + toP;
        if (value > best[to]) {
            best[to] = value;
            back[to] = n * width + p;
            kinds[to] = how;
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
        Arrays.fill(alignment.query, run.offset, run.offset + letters.length, Math.max(0, share));
        for (int at = end; at >= 0 && back[at] >= 0 && at % width > 0; at = back[at]) {
            How how = kinds[at];
            int n = at / width - 1;
            if (how != How.NONE && back[at] / width == n) {
                alignment.name[n] = likeness(how);
                alignment.how[n] = how;
                alignment.from[n] = run.offset + back[at] % width;
            }
        }
    }

    private static float likeness(How how) {
        return switch (how) {
            case EXACT, PINYIN -> 1f;
            case INITIAL -> LetterRun.INITIAL;
            default -> UNLIKE;
        };
    }
}
