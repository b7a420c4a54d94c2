package org.chengxin.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may be meant by a {@link MatchQuery}.
 *
 * @param match whether the first candidate is surely the one
 * @param candidates the likeliest first; empty when nobody is like it
 */
public record MatchAnswer(boolean match, List<Candidate> candidates) {

    /**
     * A subject that may be meant.
     *
     * @param score orders within one answer only
     * @param matched what agrees with the query, strongest first
     */
    public record Candidate(
            String id, String name, @Nullable String uscc, double score, List<SubjectHit.Evidence> matched) {}
}
