package org.chengxin.search.recall;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chengxin.search.SearchPage.FacetValue;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.ranking.Rarity;

/**
 * One state of an engine's index, asked for subjects; it does not change while it is asked. Subjects that may not be shown
 * at the given moment are never brought.
 *
 * @param <D> how the engine knows a document again
 */
public interface SubjectState<D> {

    /** Counts of terms among the subjects. */
    TermCounts counts();

    /** How telling characters of names are. */
    Rarity rarity();

    /**
     * Asks for subjects.
     *
     * @param filter what they must be beside; its text, order and page do not count
     * @param now epoch milliseconds
     * @param order relevance is the score of the recall
     */
    Answer<D> ask(Recall recall, SubjectQuery filter, long now, SubjectQuery.Sort order) throws IOException;

    /**
     * Subjects that have a term with one of the beginnings, those of the portal's own region first, at most as many as
     * wanted. Beyond a bound of work not all are looked at.
     */
    List<Brought<D>> starting(List<Recall.Start> starts, String home, long now, int wanted) throws IOException;

    /** Facets over given documents, most frequent values first. */
    Map<String, List<FacetValue>> facets(List<D> documents, long now) throws IOException;

    /** What a hit shows beside what ranking needs. */
    Details details(D document, long now) throws IOException;

    /**
     * Beside a candidate.
     *
     * @param kind subject kind code
     * @param lists list codes with an entry in force
     * @param counts record type code to the number of records in publication
     */
    record Details(String kind, List<String> lists, Map<String, Integer> counts) {}

    /** What was brought. */
    interface Answer<D> {

        /** How many there are in all. */
        long total() throws IOException;

        /** Those from one place on, counted from 0, in order. */
        List<Brought<D>> slice(int from, int count) throws IOException;

        /** Facets over all of them, most frequent values first. */
        Map<String, List<FacetValue>> facets() throws IOException;
    }
}
