package org.chengxin.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a look-up of subjects answers as it does, for developers. Names of ways, roles and reasons are open sets.
 *
 * @param understood what the query was taken for
 * @param words the searched text in pieces, each with what it was taken for
 * @param code the code or part of one that was looked for, null for none
 * @param site the address that was looked for, null for none
 * @param steps the ways that were tried, in order
 * @param answeredBy the way whose hits are the answer, null when there is none
 * @param total hits of the answer
 * @param candidates the first hits, best first
 * @param near when there is no hit, what is merely like the query
 * @param subjects those that were asked about, each with why it is where it is
 */
public record SearchExplanation(
        Understanding understood,
        List<Word> words,
        @Nullable String code,
        @Nullable String site,
        List<Step> steps,
        @Nullable String answeredBy,
        long total,
        List<Candidate> candidates,
        List<Candidate> near,
        List<Subject> subjects) {

    /** Of what is recognised and not searched. */
    public static SearchExplanation notSearched(Understanding understood) {
        return new SearchExplanation(
                understood, List.of(), null, null, List.of(), null, 0, List.of(), List.of(), List.of());
    }

    /**
     * A piece of the query.
     *
     * @param role {@code word}, {@code trade}, {@code letter}, {@code region} or {@code form}
     */
    public record Word(String text, String role) {}

    /**
     * A way to look for candidates.
     *
     * @param way {@code direct} (code or address), {@code strict}, {@code wide} (a rescue for slips), {@code near} (no hits)
     * @param asked what the index was asked for
     * @param brought how many subjects it brought
     * @param ranked how many of them were ranked
     * @param best score of the best of those, 0 for none
     */
    public record Step(String way, Asked asked, long brought, int ranked, double best) {}

    /**
     * A question to the index, with those it is made of.
     *
     * @param what the field and its term, or how the parts are joined
     * @param needed how many of the parts must hold
     * @param points what it adds to the order in which candidates are brought
     * @param documents how many subjects it holds for
     * @param has whether it holds for the subject asked about, null where none is
     */
    public record Asked(
            String what, int needed, double points, long documents, @Nullable Boolean has, List<Asked> parts) {}

    /**
     * A subject with its evidence.
     *
     * @param points what its score is made of; their sum is the score, which is never below 0
     */
    public record Candidate(
            String id,
            String name,
            @Nullable String region,
            String status,
            double score,
            List<SubjectHit.Evidence> evidence,
            List<Points> points) {}

    /**
     * A part of a score.
     *
     * @param part {@code query} and {@code name} with a role or part behind a dot, e.g. {@code query.word},
     *     {@code name.brand}; {@code order} and {@code start}; or {@code whole} with the part that agreed as a whole
     * @param text what it is about, may be empty
     * @param points what it adds
     * @param most what it would add if it agreed in full; 0 for what only takes away or rewards
     */
    public record Points(String part, String text, double points, double most) {}

    /**
     * A subject asked about.
     *
     * @param why the reason for its place
     * @param place its place among the hits counted from 1, 0 when it has none of its own
     * @param under id of the company it is counted with, null for none
     * @param recalled what each way that was tried makes of it
     */
    public record Subject(Candidate candidate, Why why, int place, @Nullable String under, List<Recalled> recalled) {}

    /** Why a subject is where it is. */
    public enum Why {
        /** It is a hit. */
        HIT,
        /** It stands behind its company and is counted with it. */
        GROUPED,
        /** It was ranked, and agrees too little to be a hit. */
        BELOW,
        /** It was brought behind so many others that it was not ranked; it follows in the order it was brought. */
        BEYOND,
        /** Only a way whose hits are not the answer brought it. */
        OTHER_WAY,
        /** No way that was tried brings it. */
        NOT_RECALLED,
        /** Nothing of the query may or can be searched. */
        NOT_SEARCHED
    }

    /**
     * What a way makes of a subject.
     *
     * @param brought whether the way brings it
     * @param place its place among those ranked, counted from 1; 0 when it is not among them
     * @param asked the question with what of it holds for the subject
     */
    public record Recalled(String way, boolean brought, int place, Asked asked) {}
}
