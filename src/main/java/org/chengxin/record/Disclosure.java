package org.chengxin.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.FieldKind;
import org.chengxin.catalog.FieldRole;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Visibility;
import org.chengxin.shared.Masks;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.Subject;
import org.chengxin.subject.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place that decides what an audience may see of a subject or a record, and how masked. */
@Component
class Disclosure {

    /** Value of a field with the role {@link FieldRole#DISCLOSURE} that opens the record to everybody. */
    static final String OPEN_TO_ALL = "public";

    private final Catalog catalog;

    Disclosure(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What of a record may be seen at a moment; empty when nothing. */
    Optional<Archive.RecordView> record(CreditRecord record, Subject subject, Audience audience, Instant now) {
        RecordType type = catalog.require(record.type());
        boolean allowed = record.inPublication(now)
                && switch (audience) {
                    case PUBLIC ->
                        type.publication().shown()
                                && openedByItsSource(record, type)
                                && (!subject.kind().naturalPerson()
                                        || type.publication().naturalPersons());
                    case PLATFORM -> openedByItsSource(record, type);
                    case SUBJECT, DEPARTMENT -> true;
                };
        if (!allowed) {
            return Optional.empty();
        }
        List<Archive.Value> values = new ArrayList<>();
        for (FieldDef field : type.recordFields()) {
            String text = record.data().get(field.name());
            if (text != null && !text.isEmpty()) {
                value(field, text, audience).ifPresent(values::add);
            }
        }
        return Optional.of(new Archive.RecordView(
                record.id(),
                type,
                record.subjectId(),
                title(type, values),
                record.documentNumber(),
                record.authority(),
                record.decidedOn(),
                record.validUntil(),
                record.level(),
                List.copyOf(values),
                Objects.requireNonNull(record.publicFrom()),
                record.publicUntil(),
                record.source(),
                record.version()));
    }

    private static boolean openedByItsSource(CreditRecord record, RecordType type) {
        return type.field(FieldRole.DISCLOSURE)
                .map(field -> record.data().get(field.name()))
                .filter(scope -> !scope.equals(OPEN_TO_ALL))
                .isEmpty();
    }

    private static Optional<Archive.Value> value(FieldDef field, String text, Audience audience) {
        Visibility visibility = field.visibility().getOrDefault(audience, Visibility.HIDE);
        return switch (visibility) {
            case HIDE -> Optional.empty();
            case MASK -> Optional.of(new Archive.Value(field, masked(field.kind(), text)));
            case SHOW ->
                Optional.of(new Archive.Value(
                        field,
                        // an authority may read its own words; nobody else gets numbers of persons out of free text
                        field.kind() == FieldKind.TEXT && audience != Audience.DEPARTMENT
                                ? Masks.freeText(text)
                                : text));
        };
    }

    private static String masked(FieldKind kind, String text) {
        return switch (kind) {
            case PERSON -> Masks.person(text);
            case PHONE -> Masks.phone(text);
            case ADDRESS -> Masks.address(text);
            default -> Masks.identity(text);
        };
    }

    private static String title(RecordType type, List<Archive.Value> values) {
        for (String name : type.title()) {
            for (Archive.Value value : values) {
                if (value.field().name().equals(name)) {
                    return Optional.ofNullable(value.field().options().get(value.text()))
                            .map(label -> label.zh())
                            .orElse(value.text());
                }
            }
        }
        return type.name().zh();
    }

    /**
     * What of a subject may be seen; empty when nothing.
     *
     * @param records what may be seen of its records: a natural person is public only through one of them
     */
    Optional<Archive.SubjectView> subject(Subject subject, List<Archive.RecordView> records, Audience audience) {
        boolean person = subject.kind().naturalPerson();
        if (person && audience == Audience.PUBLIC && records.isEmpty()) {
            return Optional.empty();
        }
        boolean open = audience == Audience.DEPARTMENT || audience == Audience.SUBJECT;
        boolean sparse = person && !open;
        return Optional.of(new Archive.SubjectView(
                subject.id(),
                subject.kind(),
                subject.name(),
                subject.uscc(),
                sparse
                        ? List.of()
                        : subject.identifiers().stream()
                                .filter(identifier -> identifier.scheme() != Identifier.Scheme.IDENTITY_HASH)
                                .toList(),
                sparse ? List.of() : subject.names(),
                subject.region(),
                sparse ? null : address(subject, open),
                subject.status(),
                sparse ? null : subject.representative(),
                subject.registeredOn(),
                sparse ? null : subject.capital(),
                subject.industry(),
                sparse ? null : subject.scope(),
                sparse ? null : subject.branchOf(),
                sparse ? null : subject.operatorId()));
    }

    /** The place of an individual business is often a home. */
    private static @Nullable String address(Subject subject, boolean open) {
        String address = subject.address();
        return address == null || open || subject.kind() != SubjectKind.INDIVIDUAL_BUSINESS
                ? address
                : Masks.address(address);
    }
}
