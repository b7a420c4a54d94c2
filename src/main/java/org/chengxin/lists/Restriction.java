package org.chengxin.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.chengxin.record.Archive.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A joint measure (失信惩戒措施) that stands against a subject: it rests on an entry of a serious-default list, never on a mere
 * penalty.
 *
 * @param record id of the record that states it
 * @param code in the national list of measures, and {@code edition} of that list
 * @param purpose code of what it is applied to, e.g. {@code tender}; null when it is not said
 * @param listDecision document number of the list entry it rests on
 * @param from first day it is in force
 * @param until last day it is in force, null for an open end
 * @param publicUntil moment from which on it is not public any more, null for an open end
 */
public record Restriction(
        String record,
        String measure,
        @Nullable String code,
        @Nullable String edition,
        @Nullable String purpose,
        @Nullable String basis,
        @Nullable String listDecision,
        @Nullable String executingBody,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant publicUntil) {

    /** The record type that states measures. */
    public static final String TYPE = "joint-measure";

    /** The field of that type that says what a measure is applied to. */
    public static final String PURPOSE = "purpose";

    /**
     * Those that stand against the subject of an archive at the moment of that archive, in its order.
     *
     * @param purposes only those applied to one of these; empty for all
     * @param zone in which days end
     */
    public static List<Restriction> of(Archive archive, Set<String> purposes, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(archive.now(), zone);
        return archive.records().stream()
                .filter(record -> record.type().code().equals(TYPE))
                .flatMap(record -> of(record).stream())
                .filter(restriction -> restriction.standsOn(today))
                .filter(restriction -> purposes.isEmpty()
                        || (restriction.purpose() != null && purposes.contains(restriction.purpose())))
                .toList();
    }

    /** What a record states; empty when it does not say since when, which then is nothing to refuse anybody for. */
    private static Optional<Restriction> of(RecordView record) {
        return Optional.ofNullable(record.decidedOn())
                .map(from -> new Restriction(
                        record.id(),
                        record.title(),
                        value(record, "measureCode"),
                        value(record, "edition"),
                        value(record, PURPOSE),
                        value(record, "basis"),
                        value(record, "entryNumber"),
                        record.authority(),
                        from,
                        record.validUntil(),
                        record.publicUntil()));
    }

    private boolean standsOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }

    private static @Nullable String value(RecordView record, String field) {
        return record.values().stream()
                .filter(value -> value.field().name().equals(field))
                .map(Archive.Value::text)
                .findFirst()
                .orElse(null);
    }

    /** What measures of a catalogue may be applied to, by code. */
    public static List<String> purposes(RecordType type) {
        return type.field(PURPOSE)
                .map(field -> List.copyOf(field.options().keySet()))
                .orElse(List.of());
    }
}
