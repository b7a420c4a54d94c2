package org.chengxin.rights;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objection (异议申诉) or error report (信息纠错), opened for whoever works on it.
 *
 * @param subjectId subject it is about, null when only {@code about} says it
 * @param recordId record it is about, null for the subject itself
 * @param field name of the one fact, null for none in particular
 * @param contact null once dropped
 */
public record Objection(
        String id,
        @Nullable String subjectId,
        @Nullable String recordId,
        @Nullable String field,
        String reason,
        String standing,
        String language,
        ObjectionState state,
        Content content,
        @Nullable Contact contact,
        List<Evidence> evidence,
        List<Act> acts,
        Instant filedAt) {

    /** What the filer wrote. */
    public record Content(String about, String description, String wanted) {}

    /** How the filer can be reached; blank for what was not given. */
    public record Contact(String name, String phone, String email) {}

    /**
     * One thing that was done.
     *
     * @param act {@code filed}, {@code accepted}, {@code handled}, {@code answered}, {@code shown}, {@code exported} or
     *     {@code contact-dropped}
     * @param by who did it
     * @param words what the filer is told, null for nothing
     */
    public record Act(String act, String by, Instant at, @Nullable String words) {}

    /** A line of the operator's list: nothing personal. */
    public record Line(
            String id,
            ObjectionState state,
            @Nullable String subjectId,
            @Nullable String recordId,
            String reason,
            String standing,
            int evidence,
            Instant filedAt) {}
}
