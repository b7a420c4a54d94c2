package org.chengxin.search.ranking;

import org.chengxin.search.text.FoldedText;

/** Weighs a character by the rarest evidence around it. */
final class Weights {

    /** A character seen everywhere still says something; without this floor 电子商务 would weigh nothing at all. */
    private static final float FLOOR = 0.2f;
    /** A single character is weaker evidence than a pair of the same rarity. */
    private static final float SINGLE = 0.8f;

    private Weights() {}

    static float rarity(FoldedText text, int i, int length, Rarity rarity) {
        float rarest = SINGLE * rarity.character(text.at(i));
        if (i > 0) {
            rarest = Math.max(rarest, rarity.pair(text.at(i - 1), text.at(i)));
        }
        if (i + 1 < length) {
            rarest = Math.max(rarest, rarity.pair(text.at(i), text.at(i + 1)));
        }
        return FLOOR + (1 - FLOOR) * rarest;
    }
}
