package org.chengxin.portal.page;

import java.util.List;
import org.chengxin.search.SubjectHit.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Records found by their full text.
 *
 * @param count how many there are and how long it took, in words
 * @param notice why nothing was searched, null when it was
 * @param cards hits of this page
 * @param published whether their day of publication is told too
 * @param facets counts beside the results, each value a link that narrows or widens
 * @param kept parameters the box keeps when another text is typed
 * @param details the form of days, sums and validity
 * @param sorts orders to choose from
 * @param none what to say when nothing was found, null when something was
 * @param widen the same without what narrows it, null when nothing does
 * @param first first page, null when this is it
 * @param next next page, null on the last one
 */
public record RecordResultsView(
        String count,
        @Nullable String notice,
        List<Card> cards,
        boolean published,
        List<ResultsView.Facet> facets,
        List<ResultsView.Parameter> kept,
        Details details,
        List<ResultsView.Choice> sorts,
        @Nullable None none,
        @Nullable String widen,
        @Nullable String first,
        @Nullable String next) {

    /**
     * A record found.
     *
     * @param title its title, what was asked for marked
     * @param matched where else it was found
     */
    public record Card(RecordRow row, List<Piece> title, List<Snippet> matched) {}

    /** A part of a field around what was asked for. */
    public record Snippet(String label, List<Piece> pieces) {}

    /**
     * Days, sums and validity as they were asked for, blank for open.
     *
     * @param open whether one of them was
     * @param kept parameters the form carries on
     */
    public record Details(
            boolean open,
            String from,
            String to,
            String publishedFrom,
            String publishedTo,
            String minAmount,
            String maxAmount,
            List<RegisterView.Option> validities,
            List<ResultsView.Parameter> kept) {}

    /** An answer without hits: what came of it, and what was looked through. */
    public record None(String heading, List<ResultsView.SourceRow> sources) {}
}
