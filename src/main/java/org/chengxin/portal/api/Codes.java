package org.chengxin.portal.api;

import java.util.Locale;

/** Public codes of enumerations: lower case, words joined by hyphens. */
final class Codes {

    private Codes() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
