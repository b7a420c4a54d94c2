package org.chengxin.search.ranking;

import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Han;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameParts.Part;

/** A name of a candidate made ready for alignment: folded, read, cut into parts, each character weighed. */
final class NameForm {

    /** Longer names are compared by their beginning. */
    static final int MAX_LENGTH = 64;

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
        weights = Weights.of(text, length, rarity);
        for (int i = 0; i < length; i++) {
            weights[i] *= part(parts.at(i));
        }
    }

    /** How much of a name is left unexplained when the part is missing: the brand names, the form says nothing. */
    private static float part(Part part) {
        return switch (part) {
            case BRAND -> 1.0f;
            case INDUSTRY -> 0.6f;
            case BRANCH -> 0.5f;
            // people leave the place out, and it is compared by division code too
            case REGION -> 0.2f;
            case FORM -> 0.06f;
        };
    }
}
