package org.chengxin.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of one published credit record (信用记录): what the public may see of it.
 *
 * @param id opaque record id
 * @param subjectId the subject it is about
 * @param subjectName that subject's current name
 * @param region division code of the subject, null when unknown
 * @param type record type code of the catalogue
 * @param list list code the record is an entry of ({@code red}, {@code serious-default} ...), null for none
 * @param title one line that names the record
 * @param authority name of the deciding body, null when the type has none
 * @param documentNumber document number (文号), null when the type has none
 * @param decidedOn date of the decision, null when unknown
 * @param publicUntil epoch milliseconds from which on it must not be shown, {@code Long.MAX_VALUE} for open end
 * @param text the searchable public text: values of all fields the catalogue marks as searched
 */
public record RecordDocument(
        String id,
        String subjectId,
        String subjectName,
        @Nullable String region,
        String type,
        @Nullable String list,
        String title,
        @Nullable String authority,
        @Nullable String documentNumber,
        @Nullable LocalDate decidedOn,
        long publicUntil,
        String text) {}
