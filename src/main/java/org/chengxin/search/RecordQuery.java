package org.chengxin.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A look-up of published records, newest decision first unless a text is given. Empty sets do not filter.
 *
 * @param text full text, blank to browse
 * @param subjectId only records of this subject, null for all
 * @param types record type codes
 * @param lists list codes
 * @param regions division codes, each covering what lies below it
 * @param authority exact name of the deciding body, null for all
 * @param from decided on or after, null for open
 * @param to decided on or before, null for open
 * @param size hits on the page, 1 to {@link SubjectQuery#MAX_SIZE}
 * @param cursor where the page starts, null for the first
 */
public record RecordQuery(
        String text,
        @Nullable String subjectId,
        Set<String> types,
        Set<String> lists,
        Set<String> regions,
        @Nullable String authority,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int size,
        @Nullable String cursor) {}
