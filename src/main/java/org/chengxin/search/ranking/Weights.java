package org.chengxin.search.ranking;

import org.chengxin.search.text.FoldedText;

/** Weighs characters by the rarest evidence around them. */
final class Weights {

    /** A character seen everywhere still says something; without this floor 电子商务 would weigh nothing at all. */
    private static final float FLOOR = 0.2f;
    /** A single character is weaker evidence than a pair of the same rarity. */
    private static final float SINGLE = 0.8f;

    private Weights() {}

    /**
     * Weight of each of the first characters.
     *
     * @param seam where another part begins: a pair across it is chance and tells nothing; 0 for none
     */
    static float[] of(FoldedText text, int length, Rarity rarity, int seam) {
        float[] weights = new float[length];
        float before = 0;
        for (int i = 0; i < length; i++) {
            float after = i + 1 < length && i + 1 != seam ? rarity.pair(text.at(i), text.at(i + 1)) : 0;
            float rarest = Math.max(SINGLE * rarity.character(text.at(i)), Math.max(before, after));
            weights[i] = FLOOR + (1 - FLOOR) * rarest;
            before = after;
        }
        return weights;
    }
}
