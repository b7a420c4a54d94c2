package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A register open to all: the red list, the serious default list, commitments.
 *
 * @param text full text typed
 * @param notice why what was typed is not searched, null when it is
 * @param regions places to choose from, those that occur
 * @param years years to choose from
 * @param authorities deciding bodies to choose from
 * @param all the register without filters, null when there are none
 */
public record RegisterView(
        String path,
        String title,
        String intro,
        String count,
        String text,
        @Nullable String notice,
        List<Option> regions,
        List<Option> years,
        List<Option> authorities,
        List<RecordRow> rows,
        @Nullable String all,
        @Nullable String first,
        @Nullable String next) {

    /** A value of a filter. */
    public record Option(String value, String word, boolean chosen) {}
}
