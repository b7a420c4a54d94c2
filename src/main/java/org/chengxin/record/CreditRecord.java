package org.chengxin.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement about one subject by one authority, as the store knows it: not masked, not for any door.
 *
 * @param id short, opaque, immutable
 * @param type record type code of the catalogue
 * @param subjectId whom it is about
 * @param state where it is in its life
 * @param incomplete whether it lacks what publication needs (a basis, a date, an authority): kept for the desk, never public
 * @param documentNumber document number as given, null when the type has none
 * @param authority deciding body as given, null when unknown
 * @param decidedOn date of the decision, null when unknown
 * @param validUntil end of validity, null for open
 * @param level publication level, null when the rule has no levels
 * @param data type-specific values by field name, canonical text after {@code catalog.FieldKind}
 * @param publicFrom when it was published, null when it never was
 * @param publicUntil moment from which on it is not public any more, null for an open end; computed by {@link
 *     PublicationRules}
 * @param naturalKey tells this record from others: same key, same record
 * @param source code of the source that stated it
 * @param version 1 for the first version
 */
public record CreditRecord(
        String id,
        String type,
        String subjectId,
        RecordState state,
        boolean incomplete,
        @Nullable String documentNumber,
        @Nullable String authority,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate validUntil,
        @Nullable String level,
        Map<String, String> data,
        @Nullable Instant publicFrom,
        @Nullable Instant publicUntil,
        String naturalKey,
        String source,
        int version) {

    /** The same statement as another version of it. */
    public CreditRecord withVersion(int next) {
        return with(publicFrom, publicUntil, next);
    }

    /** The same version with another time in public; null for never, and for an open end. */
    public CreditRecord withPublication(@Nullable Instant from, @Nullable Instant until) {
        return with(from, until, version);
    }

    private CreditRecord with(@Nullable Instant from, @Nullable Instant until, int ofVersion) {
        return new CreditRecord(
                id,
                type,
                subjectId,
                state,
                incomplete,
                documentNumber,
                authority,
                decidedOn,
                validUntil,
                level,
                data,
                from,
                until,
                naturalKey,
                source,
                ofVersion);
    }

    /**
     * Whether its state and end allow it to be public at a moment; type and subject decide too. That it was published is
     * a fact: a start that lies ahead was written by a clock that was wrong, and does not hide it.
     */
    public boolean inPublication(Instant now) {
        return state == RecordState.PUBLISHED
                && !incomplete
                && publicFrom != null
                && (publicUntil == null || now.isBefore(publicUntil));
    }
}
