package org.chengxin.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;

/**
 * One dated rule set, a file of {@code publication-rules/}.
 *
 * @param effective first day it applies
 * @param until last day it applies, null while it is in force
 * @param scope whether it also applies to records decided before it
 * @param families rule families of the record types it governs
 * @param levels level to its periods
 * @param defaultLevel level of a record whose source names none
 * @param end what ends publication
 * @param countsFrom what the periods count from
 * @param atEnd what happens at the end; {@code stop} is the only one known
 * @param verify whether its figures were not seen in an official text
 */
public record PublicationRule(
        String code,
        LocalName name,
        String basis,
        LocalDate effective,
        @Nullable LocalDate until,
        Scope scope,
        List<String> families,
        Map<String, Level> levels,
        String defaultLevel,
        End end,
        CountsFrom countsFrom,
        String atEnd,
        boolean verify,
        @Nullable String note) {

    /** Periods of one level; null where the rule sets none. */
    public record Level(boolean published, @Nullable Period minimum, @Nullable Period maximum) {}

    /** Which records a rule set applies to. */
    public enum Scope {
        /** Those decided while it is in force. */
        NEW,
        /** Those decided before it, too. */
        EXISTING
    }

    /** What ends publication. */
    public enum End {
        /** The longest period of the level. */
        MAXIMUM,
        /** The end of what was decided. */
        VALIDITY,
        /** The end of what was decided; the longest period where it has none. */
        VALIDITY_OR_MAXIMUM,
        OPEN
    }

    /** The day a period counts from. */
    public enum CountsFrom {
        DECISION,
        PUBLICATION
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(effective) && (until == null || !day.isAfter(until));
    }
}
