package org.chengxin.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record must be to be found. Empty sets and nulls do not filter.
 *
 * @param subjectId only records of this subject
 * @param types record type codes
 * @param polarities {@code positive}, {@code negative}, {@code neutral}
 * @param lists list codes
 * @param regions division codes of the subject's place, each covering what lies below it
 * @param authority exact name of the deciding body
 * @param validity whether it is in force at the moment of the answer
 * @param from decided on or after
 * @param to decided on or before
 * @param publishedFrom in publication since this day or later
 * @param publishedTo in publication since this day or earlier
 * @param leastAmount one of its sums is this many yuan or more
 * @param mostAmount one of its sums is this many yuan or less: the same sum when both are given
 */
public record RecordFilter(
        @Nullable String subjectId,
        Set<String> types,
        Set<String> polarities,
        Set<String> lists,
        Set<String> regions,
        @Nullable String authority,
        @Nullable Validity validity,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate publishedFrom,
        @Nullable LocalDate publishedTo,
        @Nullable BigDecimal leastAmount,
        @Nullable BigDecimal mostAmount) {

    /** All records in publication. */
    public static final RecordFilter NONE = of(Set.of(), Set.of(), null);

    /** Whether what a record says still holds (有效期), which publication does not tell. */
    public enum Validity {
        /** Its last day has not passed, or it has none. */
        IN_FORCE,
        /** Its last day has passed. */
        LAPSED
    }

    /** Records of some types. */
    public static RecordFilter ofTypes(Set<String> types) {
        return of(types, Set.of(), null);
    }

    /** Entries of some lists. */
    public static RecordFilter ofLists(Set<String> lists) {
        return of(Set.of(), lists, null);
    }

    /** What came into publication on a day or later. */
    public static RecordFilter publishedSince(LocalDate day) {
        return of(Set.of(), Set.of(), day);
    }

    private static RecordFilter of(Set<String> types, Set<String> lists, @Nullable LocalDate publishedFrom) {
        return new RecordFilter(
                null, types, Set.of(), lists, Set.of(), null, null, null, null, publishedFrom, null, null, null);
    }
}
