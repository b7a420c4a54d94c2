package org.chengxin.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name beside the current registered one.
 *
 * @param until last day the name held, null when not known or still in use
 */
public record OtherName(Kind kind, String name, @Nullable LocalDate until) {

    /** What kind of name. */
    public enum Kind {
        /** 曾用名. */
        FORMER,
        /** 简称. */
        ALIAS,
        /** 品牌. */
        BRAND,
        /** 网店名. */
        SHOP
    }
}
