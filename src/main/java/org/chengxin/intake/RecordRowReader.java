package org.chengxin.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chengxin.catalog.Audience;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.FieldKind;
import org.chengxin.catalog.FieldRole;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Visibility;
import org.chengxin.intake.sheet.SheetRow;
import org.chengxin.intake.value.Dates;
import org.chengxin.intake.value.FieldValues;
import org.chengxin.intake.value.Money;
import org.chengxin.record.RecordState;
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.Masks;
import org.chengxin.shared.NameKey;
import org.chengxin.shared.PersonalNumbers;
import org.chengxin.shared.Sha256;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet of records of one type, as the catalogue describes it. */
final class RecordRowReader implements RowReader {

    private static final String DATA_SOURCE = "dataSource";

    /** End dates may be open: 长期, 2099-12-31. */
    private static final Set<FieldRole> ENDS = EnumSet.of(FieldRole.VALID_UNTIL, FieldRole.PUBLISH_UNTIL);

    /** No decision of the field is older than the republic. */
    private static final LocalDate FIRST_DECISION = LocalDate.of(1949, 10, 1);

    private static final int LONGEST_KEY = 200;

    private final RecordType type;
    private final Catalog catalog;
    private final Mapping mapping;
    private final ColumnMap columns;
    private final PartyReader party;
    private final Places places;
    private final Sources sources;
    private final Clock clock;

    RecordRowReader(
            RecordType type,
            Catalog catalog,
            Mapping mapping,
            PartyReader party,
            Places places,
            Sources sources,
            Clock clock) {
        this.type = type;
        this.catalog = catalog;
        this.mapping = mapping;
        this.columns = RecordColumns.map(type, mapping);
        this.party = party;
        this.places = places;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public ColumnMap columns() {
        return columns;
    }

    @Override
    public ParsedRow read(SheetRow row) {
        RowCells cells = new RowCells(row, columns);
        String word = cells.line(RecordColumns.TYPE);
        if (word != null && !RecordColumns.isOf(type, word, mapping, catalog)) {
            return new ParsedRow(row.line(), null, null, List.of(), true);
        }
        if (cells.refused()) {
            return ParsedRow.refused(cells);
        }
        String named = cells.line(RecordColumns.SOURCE);
        Source source = sources.of(named != null ? named : cells.line(DATA_SOURCE));
        Map<String, String> data = new LinkedHashMap<>();
        for (FieldDef field : type.recordFields()) {
            if (field.role() != FieldRole.STATE) {
                String value = value(cells, field);
                if (value != null) {
                    data.put(field.name(), value);
                }
            }
        }
        SubjectDraft subject = subject(cells, source, data);
        checkDates(cells, data);
        if (subject != null && data.isEmpty() && !cells.refused()) {
            cells.refuse("", "row.no-content");
        }
        RecordState state = role(FieldRole.STATE)
                .map(field -> cells.read(field.name(), text -> FieldValues.of(field, text)))
                .flatMap(RecordState::ofCode)
                .orElse(null);
        if (subject == null || cells.refused()) {
            return ParsedRow.refused(cells);
        }
        // neither is left out: the row is told all that is wrong with it
        boolean incomplete = incomplete(cells);
        boolean personal = personal(cells, data);
        RecordDraft record = new RecordDraft(
                type,
                subject,
                state,
                core(data, FieldRole.DOCUMENT_NUMBER),
                core(data, FieldRole.AUTHORITY),
                date(data, FieldRole.DECIDED_ON),
                date(data, FieldRole.VALID_UNTIL),
                date(data, FieldRole.PUBLISH_UNTIL),
                core(data, FieldRole.LEVEL),
                key(data),
                incomplete || personal,
                data,
                source.code());
        return new ParsedRow(row.line(), subject, record, cells.problems(), false);
    }

    private @Nullable String value(RowCells cells, FieldDef field) {
        String name = field.name();
        return switch (field.kind()) {
            case DATE -> {
                Optional<LocalDate> day = ENDS.contains(field.role())
                        ? cells.read(name, Dates::end)
                        : Optional.ofNullable(cells.read(name, Dates::day));
                yield day == null ? null : day.map(LocalDate::toString).orElse(null);
            }
            case MONEY -> {
                String stated = ColumnMap.unit(cells.heading(name));
                String unit = stated != null ? stated : field.columnUnit() == null ? "元" : field.columnUnit();
                Money money = cells.read(name, text -> Money.of(text, unit));
                if (money != null && money.doubtful()) {
                    cells.warn(name, "money.doubtful", money.yuan().toPlainString());
                }
                yield money == null ? null : money.yuan().toPlainString();
            }
            case IDENTITY -> {
                String number = cells.line(name);
                yield number == null ? null : Masks.identity(number);
            }
            case URL -> cells.tryRead(name, text -> FieldValues.of(field, text));
            case TEXT -> field.role() == FieldRole.AUTHORITY ? cells.line(name) : cells.text(name);
            default -> cells.read(name, text -> FieldValues.of(field, text));
        };
    }

    private @Nullable SubjectDraft subject(RowCells cells, Source source, Map<String, String> data) {
        String nameField = field(FieldRole.SUBJECT_NAME);
        String representativeField = field(FieldRole.SUBJECT_REPRESENTATIVE);
        String name = party.name(cells, nameField);
        String registration = field(FieldRole.SUBJECT_REGISTRATION_NUMBER);
        String organisation = field(FieldRole.SUBJECT_ORGANISATION_CODE);
        String tax = field(FieldRole.SUBJECT_TAX_NUMBER);
        CreditCode uscc = party.uscc(cells, field(FieldRole.SUBJECT_USCC), source, registration, organisation, tax);
        List<Identifier> identifiers = new ArrayList<>(party.olderCodes(
                cells,
                registration,
                organisation,
                tax,
                field(FieldRole.SUBJECT_INSTITUTION_NUMBER),
                field(FieldRole.SUBJECT_SOCIAL_ORGANISATION_NUMBER)));
        String identity = field(FieldRole.SUBJECT_IDENTITY_NUMBER);
        party.identity(cells, identity, identifiers);
        keepMasked(identity, cells.line(identity), data);
        String ofRepresentative = field(FieldRole.SUBJECT_REPRESENTATIVE_IDENTITY_NUMBER);
        keepMasked(
                ofRepresentative,
                Optional.ofNullable(cells.line(ofRepresentative))
                        .or(() -> party.identityInside(cells, representativeField))
                        .orElse(null),
                data);
        String representative = party.representative(cells, representativeField);
        SubjectKind kind = party.kind(cells, field(FieldRole.SUBJECT_KIND), name, uscc, cells.text(identity) != null);
        if (name == null) {
            return null;
        }
        return new SubjectDraft(
                name,
                kind,
                uscc,
                identifiers,
                List.of(),
                places.of(cells.line(RecordColumns.REGION), name, uscc),
                null,
                null,
                null,
                null,
                representative,
                null,
                null,
                null,
                null,
                source.code(),
                List.of(),
                null,
                false);
    }

    /** Mask and keyed hash stand beside the record's values; no door shows fields of the subject block. */
    private void keepMasked(String field, @Nullable String number, Map<String, String> data) {
        if (number != null && !field.isEmpty()) {
            data.put(field, Masks.identity(number));
            data.put(field + "Hash", party.hash(number));
        }
    }

    private void checkDates(RowCells cells, Map<String, String> data) {
        LocalDate decided = date(data, FieldRole.DECIDED_ON);
        if (decided == null) {
            return;
        }
        String decidedField = field(FieldRole.DECIDED_ON);
        if (decided.isAfter(LocalDate.now(clock))) {
            cells.refuse(decidedField, "date.future");
        } else if (decided.isBefore(FIRST_DECISION)) {
            cells.refuse(decidedField, "date.implausible");
        }
        for (FieldRole end : ENDS) {
            LocalDate until = date(data, end);
            if (until != null && until.isBefore(decided)) {
                cells.refuse(field(end), "date.before-decision", decided.toString());
            }
        }
        LocalDate from = date(data, FieldRole.VALID_FROM);
        LocalDate until = date(data, FieldRole.VALID_UNTIL);
        if (from != null && until != null && until.isBefore(from)) {
            cells.refuse(field(FieldRole.VALID_UNTIL), "date.before-start", from.toString());
        }
    }

    private boolean incomplete(RowCells cells) {
        List<String> missing = type.recordFields().stream()
                .filter(field -> field.required() && cells.text(field.name()) == null)
                .map(field -> field.label().zh())
                .toList();
        if (!missing.isEmpty()) {
            cells.warn("", "row.incomplete", String.join("、", missing));
        }
        return !missing.isEmpty();
    }

    /** Numbers of persons in what the public would read: kept for the desk until a corrected version comes. */
    private boolean personal(RowCells cells, Map<String, String> data) {
        boolean found = false;
        for (FieldDef field : type.recordFields()) {
            String text = data.get(field.name());
            if (text != null
                    && field.visibility().get(Audience.PUBLIC) == Visibility.SHOW
                    && PersonalNumbers.in(text).stream().anyMatch(number -> personal(field.kind(), number.kind()))) {
                cells.warn(field.name(), "text.personal", field.label().zh());
                found = true;
            }
        }
        return found;
    }

    private static boolean personal(FieldKind field, PersonalNumbers.Kind number) {
        return switch (field) {
            // the address of a site or a shop may be said
            case TEXT, ADDRESS -> number != PersonalNumbers.Kind.EMAIL;
            // document numbers and certificates look like phones and cards
            case KEYWORD, PERSON, URL -> number == PersonalNumbers.Kind.IDENTITY;
            default -> false;
        };
    }

    /**
     * What tells records of a subject apart: the catalogue's key, or all that is said when a part of the key is missing that
     * every record of the type should have.
     */
    private String key(Map<String, String> data) {
        boolean partial = type.key().stream()
                .flatMap(name -> type.field(name).stream())
                .filter(field -> field.required() || field.role() == FieldRole.DOCUMENT_NUMBER)
                .anyMatch(field -> !data.containsKey(field.name()));
        if (partial || type.key().stream().noneMatch(data::containsKey)) {
            return "#" + digest(new TreeMap<>(data).toString());
        }
        String key = String.join(
                "|",
                type.key().stream()
                        .map(name -> NameKey.of(data.getOrDefault(name, "")))
                        .toList());
        return key.length() > LONGEST_KEY ? "#" + digest(key) : key;
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
    }

    private @Nullable LocalDate date(Map<String, String> data, FieldRole role) {
        Optional<FieldDef> field = role(role).filter(found -> found.kind() == FieldKind.DATE);
        String text = field.map(found -> data.get(found.name())).orElse(null);
        return text == null ? null : LocalDate.parse(text);
    }

    private @Nullable String core(Map<String, String> data, FieldRole role) {
        return role(role).map(field -> data.get(field.name())).orElse(null);
    }

    private Optional<FieldDef> role(FieldRole role) {
        return type.field(role);
    }

    private String field(FieldRole role) {
        return type.field(role).map(FieldDef::name).orElse("");
    }
}
