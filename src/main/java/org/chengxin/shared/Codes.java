package org.chengxin.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Codes of enumerations, as they are published and stored: the constant's name in lower case, words joined by hyphens
 * ({@code NATURAL_PERSON} is {@code natural-person}).
 */
public final class Codes {

    private Codes() {}

    /** The code of a constant. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with exactly this code, empty when there is none. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(code))
                .findFirst();
    }

    /**
     * The constant of a code that this program wrote.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static <E extends Enum<E>> E require(Class<E> type, String code) {
        return find(type, code)
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " is called " + code));
    }
}
