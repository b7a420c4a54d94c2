package org.chengxin.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of one published credit record (信用记录): what the public may see of it.
 *
 * @param id opaque record id
 * @param subjectId the subject it is about
 * @param subjectName that subject's current name
 * @param region division code of the subject, null when unknown
 * @param type record type code of the catalogue
 * @param polarity whether it speaks for or against its subject: {@code positive}, {@code negative}, {@code neutral}
 * @param list list code the record is an entry of ({@code red}, {@code serious-default} ...), null for none
 * @param title one line that names the record
 * @param authority name of the deciding body, null when the type has none
 * @param documentNumber document number (文号), null when the type has none
 * @param decidedOn date of the decision, null when unknown
 * @param publishedOn day on which it came into publication
 * @param inForceUntil epoch milliseconds from which on it is not in force any more, {@code Long.MAX_VALUE} for open end
 * @param publicUntil epoch milliseconds from which on it must not be shown, {@code Long.MAX_VALUE} for open end
 * @param amounts its sums of money in yuan
 * @param passages the searchable public text: the subject's name and the values of all fields the catalogue marks as
 *     searched, in their order
 */
public record RecordDocument(
        String id,
        String subjectId,
        String subjectName,
        @Nullable String region,
        String type,
        String polarity,
        @Nullable String list,
        String title,
        @Nullable String authority,
        @Nullable String documentNumber,
        @Nullable LocalDate decidedOn,
        LocalDate publishedOn,
        long inForceUntil,
        long publicUntil,
        List<BigDecimal> amounts,
        List<Passage> passages) {}
