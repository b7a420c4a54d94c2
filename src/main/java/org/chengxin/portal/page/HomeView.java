package org.chengxin.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The home page: the box is the page.
 *
 * @param notice what cannot be found while the search is away, null while it is not
 * @param examples texts worth trying, each a link
 * @param figures numbers that are links
 * @param recent what was published last, null while the search is away
 * @param asOf day the youngest source was taken in, null when none was
 */
public record HomeView(
        @Nullable String notice,
        List<String> examples,
        List<Figure> figures,
        @Nullable Recent recent,
        @Nullable String asOf) {

    /** A number with its word and where it leads. */
    public record Figure(String word, String number, String href) {}

    /**
     * What came into publication last.
     *
     * @param news how much came lately
     * @param rows the last, none of them negative: the home page may be kept by other search engines
     */
    public record Recent(News news, List<RecordRow> rows) {}

    /**
     * What came into publication lately and still is.
     *
     * @param all all of it, in words
     * @param href where all of it is listed, null when there is nothing
     * @param kinds the same by kind of record, most first
     */
    public record News(String all, @Nullable String href, List<Figure> kinds) {}
}
