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
 */
public interface SubjectState {

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
    Answer ask(Recall recall, SubjectQuery filter, long now, SubjectQuery.Sort order) throws IOException;

    /**
     * Subjects that have a term with one of the beginnings, those of the portal's own region first, then as their ties say,
     * at most as many as wanted. Beyond a bound of work not all are looked at.
     */
    List<SubjectFace> starting(List<Recall.Start> starts, String home, long now, int wanted) throws IOException;

    /** What was brought. */
    interface Answer {

        /** How many there are in all. */
        long total() throws IOException;

        /** Those from one place on, counted from 0, in order. */
        List<SubjectFace> slice(int from, int count) throws IOException;

        /** Facets over all of them, most frequent values first. */
        Map<String, List<FacetValue>> facets() throws IOException;
    }
}
