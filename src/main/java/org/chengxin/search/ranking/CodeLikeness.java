package org.chengxin.search.ranking;

import org.chengxin.search.text.CodeTerms;

/** How well a typed code agrees with one of a subject: whole, a part, or with a slip. */
final class CodeLikeness {

    /** Shortest code a slip is forgiven in: in a short one a slip makes another code. */
    private static final int LONG_ENOUGH = 8;

    private static final int MAX_EDITS = 2;

    private CodeLikeness() {}

    /** 1 for the same, above 0.6 for a part, above 0.4 for one or two slips, else 0. */
    static double of(String typed, String code) {
        String folded = CodeTerms.fold(code);
        if (folded.equals(typed)) {
            return 1;
        }
        if (typed.length() < CodeTerms.RUN) {
            return 0;
        }
        double share = (double) typed.length() / Math.max(1, folded.length());
        int at = folded.indexOf(typed);
        if (at >= 0) {
            // characters 9 to 17 of a USCC are the organisation code, a code of its own
            return at == 0 ? 0.75 + 0.2 * share : at == 8 ? 0.72 + 0.2 * share : 0.65 + 0.2 * share;
        }
        if (typed.length() < LONG_ENOUGH) {
            return 0;
        }
        int edits = edits(typed, folded);
        return edits <= MAX_EDITS ? 0.6 * share + 0.2 - 0.1 * edits : 0;
    }

    /** Edit distance of the typed code to the nearest part of the code that is as long; beyond the most forgiven, any such. */
    private static int edits(String typed, String code) {
        int[] before = new int[code.length() + 1];
        int[] now = new int[code.length() + 1];
        int least = 0;
        for (int i = 1; i <= typed.length() && least <= MAX_EDITS; i++) {
            now[0] = i;
            least = i;
            for (int j = 1; j <= code.length(); j++) {
                int change = before[j - 1] + (typed.charAt(i - 1) == code.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
                least = Math.min(least, now[j]);
            }
            int[] done = before;
            before = now;
            now = done;
        }
        // the least of a row never falls
        return least;
    }
}
