package org.chengxin.search.recall;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chengxin.search.Passage;
import org.chengxin.search.RecordFilter;
import org.chengxin.search.RecordQuery;
import org.chengxin.search.SearchPage.FacetValue;
import org.jspecify.annotations.Nullable;

/**
 * One state of an engine's index, asked for records; it does not change while it is asked. Records past their end of
 * publication are never brought.
 */
public interface RecordState {

    /** Fields whose values are counted over all hits. */
    List<String> FACETS = List.of("type", "polarity", "authority", "year", "region");

    /** Counts of terms among the records. */
    TermCounts counts();

    /**
     * Asks for records.
     *
     * @param filter what they must be beside
     * @param now epoch milliseconds
     * @param order relevance is the score of the recall, then the newest; the id is always the last key
     */
    Answer ask(Recall recall, RecordFilter filter, long now, RecordQuery.Sort order) throws IOException;

    /** What was brought. */
    interface Answer {

        /** How many there are in all. */
        long total() throws IOException;

        /** Those from one place on, counted from 0, in order. */
        List<Found> slice(int from, int count) throws IOException;

        /** {@link RecordState#FACETS} over all of them, most frequent values first. */
        Map<String, List<FacetValue>> facets() throws IOException;
    }

    /** A record brought, with the score of the recall; 0 when that was not asked for. */
    record Found(RecordFace face, double score) {}

    /** What came along with a record. */
    record RecordFace(
            String id,
            String subjectId,
            String subjectName,
            String type,
            String title,
            @Nullable String authority,
            @Nullable String documentNumber,
            @Nullable LocalDate decidedOn,
            LocalDate publishedOn,
            List<Passage> passages) {}
}
