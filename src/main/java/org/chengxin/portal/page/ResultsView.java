package org.chengxin.portal.page;

import java.util.List;
import org.chengxin.search.SubjectHit;
import org.jspecify.annotations.Nullable;

/**
 * The results of a look-up.
 *
 * @param count how many there are and how long it took, in words
 * @param understood what the query was taken for, where that needs saying; null for nothing
 * @param notice why nothing or not all of it was searched; null when it was
 * @param site whose the site is whose address was typed; null when none was
 * @param cards hits of this page
 * @param documents records with the document number or barcode that was typed
 * @param barcode whether it was a barcode
 * @param alike records whose document number is merely like the one that was typed
 * @param sameNames many of nearly the same name, and what tells them apart; null for few
 * @param facets counts beside the results, each value a link that narrows or widens
 * @param kept parameters the box keeps when another text is typed
 * @param sorts orders to choose from
 * @param nothing what to say and offer when nothing was found, null when something was
 * @param first first page, null when this is it
 * @param next next page, null on the last one
 */
public record ResultsView(
        String count,
        @Nullable String understood,
        @Nullable String notice,
        @Nullable SiteNote site,
        List<Card> cards,
        List<RecordRow> documents,
        boolean barcode,
        List<RecordRow> alike,
        @Nullable SameNames sameNames,
        List<Facet> facets,
        List<Parameter> kept,
        List<Choice> sorts,
        @Nullable Nothing nothing,
        boolean narrowed,
        String widen,
        @Nullable String first,
        @Nullable String next,
        String receiptHref) {

    /**
     * A subject found.
     *
     * @param id of its facts on the page, which tell it from others of the same name
     * @param code USCC in groups of four, null when unknown
     * @param plainCode the same without blanks
     * @param status registration status, null for those in business and where none is known
     * @param counts numbers of records by type
     * @param why why it was found, blank when browsing
     * @param branches branches grouped under it, in words; null for none
     */
    public record Card(
            String id,
            String href,
            List<SubjectHit.Piece> name,
            String kind,
            @Nullable String code,
            @Nullable String plainCode,
            String place,
            @Nullable String status,
            List<Mark> marks,
            List<Count> counts,
            String why,
            @Nullable String branches) {}

    /** A number with what it counts. */
    public record Count(String word, String number) {}

    /** One facet with its values. */
    public record Facet(String name, List<FacetValue> values) {}

    /** A value that narrows the results, or widens them again when it is chosen. */
    public record FacetValue(String word, String number, String href, boolean chosen) {}

    /** One of several, as a link. */
    public record Choice(String word, String href, boolean chosen) {}

    /** A parameter carried on by a form. */
    public record Parameter(String name, String value) {}

    /**
     * Subjects of nearly the same name.
     *
     * @param places places to narrow by, most frequent first
     */
    public record SameNames(String words, List<FacetValue> places) {}

    /**
     * An answer without hits: never bare.
     *
     * @param heading what came of it
     * @param searched what was searched, as it was read; empty when nothing was
     * @param near subjects whose name is merely like it
     * @param sources what was looked through and how fresh it is
     * @param report the form to report what is missing, with what was typed
     */
    public record Nothing(
            String heading, List<Read> searched, List<Near> near, List<SourceRow> sources, String report) {}

    /** A part of the query as it was read. */
    public record Read(String part, String value) {}

    /** A subject whose name is like the one asked for; {@code code} is null when unknown. */
    public record Near(String href, String name, String kind, String place, @Nullable String code) {}

    /** A source with its freshness in words. */
    public record SourceRow(String name, String freshness) {}
}
