package org.chengxin.search.reading;

import org.jspecify.annotations.Nullable;

/** Asks the recognisers what a text is. */
public final class Readings {

    private Readings() {}

    /** The first recogniser's answer, null for a plain name, pinyin or code. */
    public static @Nullable Reading of(Typed typed) {
        for (Recogniser recogniser : Recogniser.ORDER) {
            Reading reading = recogniser.read(typed);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }
}
