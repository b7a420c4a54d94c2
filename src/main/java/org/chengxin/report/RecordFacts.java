package org.chengxin.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.FieldRole;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Visibility;
import org.chengxin.record.Archive;
import org.jspecify.annotations.Nullable;

/** One record as a reader sees it: which fields, in which words. */
final class RecordFacts {

    private final Archive.RecordView record;
    private final Map<String, String> values;
    private final ValueText text;

    RecordFacts(Archive.RecordView record, ValueText text) {
        this.record = record;
        this.text = text;
        this.values = record.values().stream()
                .collect(
                        Collectors.toMap(value -> value.field().name(), Archive.Value::text, (first, second) -> first));
    }

    /**
     * The fields of a type that stand in a report. State and given end are left out: only what is published is here, and its end
     * is stated as computed.
     */
    static List<FieldDef> fields(RecordType type) {
        return type.recordFields().stream()
                .filter(field -> field.visibility().get(Audience.PUBLIC) != Visibility.HIDE)
                .filter(field -> field.role() != FieldRole.STATE && field.role() != FieldRole.PUBLISH_UNTIL)
                .toList();
    }

    Archive.RecordView record() {
        return record;
    }

    /** The value in words, empty when the record has none. */
    Optional<String> of(FieldDef field) {
        String value = values.get(field.name());
        if (value == null && field.visibility().get(Audience.PUBLIC) == Visibility.SHOW) {
            value = common(field.role());
        }
        return Optional.ofNullable(value).filter(v -> !v.isBlank()).map(v -> text.of(field, v));
    }

    /** What the record keeps outside its type-specific part. */
    private @Nullable String common(@Nullable FieldRole role) {
        if (role == null) {
            return null;
        }
        Function<@Nullable LocalDate, @Nullable String> day = date -> date == null ? null : date.toString();
        return switch (role) {
            case DOCUMENT_NUMBER -> record.documentNumber();
            case AUTHORITY -> record.authority();
            case DECIDED_ON -> day.apply(record.decidedOn());
            case VALID_UNTIL -> day.apply(record.validUntil());
            case LEVEL -> record.level();
            default -> null;
        };
    }
}
