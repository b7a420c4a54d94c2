package org.chengxin.search.ranking;

import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Han;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameParts.Part;

/** A name of a candidate made ready for alignment: folded, read, cut into parts, each character weighed. */
final class NameForm {

    /** Longer names are compared by their beginning. */
    static final int MAX_LENGTH = 64;

    /**
     * All of a name that is a place: people leave it out, and it is compared by division code too. As much for a long one as
     * for a short one, or 黄石港区张记小吃店 would leave more unexplained than 大冶市张记小吃店.
     */
    private static final float PLACE = 0.35f;

    final FoldedText text;
    final NameParts parts;
    final int[][] readings;
    final float[] weights;
    final int length;

    NameForm(String name, Rarity rarity) {
        text = FoldedText.of(name);
        parts = NameParts.of(text);
        length = Math.min(text.length(), MAX_LENGTH);
        readings = Han.readings(text.text());
        weights = Weights.of(text, length, rarity, parts.afterRegion());
        int place = 0;
        for (int i = 0; i < length; i++) {
            weights[i] *= part(parts.at(i));
            place += parts.at(i) == Part.REGION ? 1 : 0;
        }
        for (int i = 0; i < length; i++) {
            weights[i] = parts.at(i) == Part.REGION ? PLACE / place : weights[i];
        }
    }

    /** How much of a name is left unexplained when the part is missing: the brand names, the form says nothing. */
    private static float part(Part part) {
        return switch (part) {
            case BRAND -> 1.0f;
            case INDUSTRY -> 0.6f;
            case BRANCH -> 0.5f;
            case REGION -> 0;
            case FORM -> 0.06f;
        };
    }
}
