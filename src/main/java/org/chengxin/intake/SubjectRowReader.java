package org.chengxin.intake;

import static org.chengxin.intake.SubjectColumns.*;

import java.net.IDN;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengxin.intake.sheet.SheetRow;
import org.chengxin.intake.value.BadValueException;
import org.chengxin.intake.value.Dates;
import org.chengxin.intake.value.Texts;
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;
import org.chengxin.shared.PersonalNumbers;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectKind;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet of subjects. */
final class SubjectRowReader implements RowReader {

    private static final Map<String, SubjectStatus> STATUS_WORDS = Map.ofEntries(
            Map.entry("存续", SubjectStatus.ACTIVE),
            Map.entry("在营", SubjectStatus.ACTIVE),
            Map.entry("开业", SubjectStatus.ACTIVE),
            Map.entry("在册", SubjectStatus.ACTIVE),
            Map.entry("在业", SubjectStatus.ACTIVE),
            Map.entry("正常", SubjectStatus.ACTIVE),
            Map.entry("停业", SubjectStatus.SUSPENDED),
            Map.entry("歇业", SubjectStatus.SUSPENDED),
            Map.entry("吊销", SubjectStatus.REVOKED),
            Map.entry("注销", SubjectStatus.CLOSED));

    private final ColumnMap columns;
    private final PartyReader party;
    private final Places places;
    private final Sources sources;
    private final Clock clock;

    SubjectRowReader(Mapping mapping, PartyReader party, Places places, Sources sources, Clock clock) {
        this.columns = SubjectColumns.map(mapping);
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
        if (cells.refused()) {
            return ParsedRow.refused(cells);
        }
        Source source = sources.of(cells.line(SOURCE.field()));
        String name = party.name(cells, NAME.field());
        CreditCode uscc = party.uscc(
                cells,
                USCC.field(),
                source,
                REGISTRATION_NUMBER.field(),
                ORGANISATION_CODE.field(),
                TAX_NUMBER.field());
        List<Identifier> identifiers = party.olderCodes(
                cells,
                REGISTRATION_NUMBER.field(),
                ORGANISATION_CODE.field(),
                TAX_NUMBER.field(),
                INSTITUTION_NUMBER.field(),
                SOCIAL_ORGANISATION_NUMBER.field());
        party.identity(cells, IDENTITY_NUMBER.field(), identifiers);
        sites(cells, identifiers);
        SubjectKind kind = kind(cells, name, uscc);
        LocalDate registered = cells.read(REGISTERED_ON.field(), this::past);
        LocalDate statedOn = cells.read(STATED_ON.field(), this::past);
        SubjectStatus status = status(cells);
        if (name == null || cells.refused()) {
            return ParsedRow.refused(cells);
        }
        SubjectDraft draft = new SubjectDraft(
                name,
                kind,
                uscc,
                identifiers,
                names(cells),
                places.of(regionText(cells), name, uscc),
                said(cells, ADDRESS.field(), cells.line(ADDRESS.field())),
                status,
                cells.line(BRANCH_OF.field()),
                cells.line(OPERATOR.field()),
                party.representative(cells, REPRESENTATIVE.field()),
                registered,
                cells.line(CAPITAL.field()),
                cells.line(INDUSTRY.field()),
                said(cells, SCOPE.field(), cells.text(SCOPE.field())),
                source.code(),
                parts(cells, NOT_SAME_AS).stream().map(Texts::code).toList(),
                statedOn,
                true);
        return new ParsedRow(row.line(), draft, null, cells.problems(), false);
    }

    private @Nullable SubjectKind kind(RowCells cells, @Nullable String name, @Nullable CreditCode uscc) {
        SubjectKind kind = party.kind(cells, KIND.field(), name, uscc, cells.text(IDENTITY_NUMBER.field()) != null);
        String type = cells.line(TYPE.field());
        return kind == null && type != null && type.contains("个体") ? SubjectKind.INDIVIDUAL_BUSINESS : kind;
    }

    private @Nullable SubjectStatus status(RowCells cells) {
        String text = cells.line(STATUS.field());
        if (text == null) {
            return null;
        }
        SubjectStatus status =
                SubjectStatus.ofCode(text.toLowerCase(Locale.ROOT)).orElse(null);
        for (Map.Entry<String, SubjectStatus> word : STATUS_WORDS.entrySet()) {
            // 吊销，未注销 names two: the first decides.
            if (status == null && text.startsWith(word.getKey())) {
                status = word.getValue();
            }
        }
        if (status == null) {
            cells.warn(STATUS.field(), "status.unknown");
        }
        return status;
    }

    private static @Nullable String regionText(RowCells cells) {
        String region = cells.line(REGION.field());
        if (region != null) {
            return region;
        }
        String joined = Stream.of(PROVINCE, CITY, DISTRICT)
                .map(column -> cells.line(column.field()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("/"));
        return joined.isEmpty() ? cells.line(ADDRESS.field()) : joined;
    }

    private List<OtherName> names(RowCells cells) {
        List<OtherName> names = new ArrayList<>();
        for (String part : named(cells, FORMER_NAMES)) {
            // 旧名@2020-05-01 tells the last day the name held.
            int at = part.lastIndexOf('@');
            LocalDate until = null;
            try {
                until = at < 0 ? null : Dates.day(part.substring(at + 1));
            } catch (BadValueException bad) {
                cells.warn(FORMER_NAMES.field(), bad.code(), bad.arguments());
            }
            names.add(new OtherName(OtherName.Kind.FORMER, Texts.line(at < 0 ? part : part.substring(0, at)), until));
        }
        named(cells, ALIASES).forEach(part -> names.add(new OtherName(OtherName.Kind.ALIAS, part, null)));
        named(cells, BRANDS).forEach(part -> names.add(new OtherName(OtherName.Kind.BRAND, part, null)));
        named(cells, SHOP_NAMES).forEach(part -> names.add(new OtherName(OtherName.Kind.SHOP, part, null)));
        return names;
    }

    private void sites(RowCells cells, List<Identifier> into) {
        for (String url : parts(cells, SHOP_URLS)) {
            into.add(new Identifier(Identifier.Scheme.SHOP_URL, url));
        }
        for (String site : parts(cells, DOMAINS)) {
            try {
                URI uri = URI.create(site.contains("://") ? site : "http://" + site);
                String host = uri.getRawAuthority() == null
                        ? site
                        : uri.getRawAuthority().replaceFirst(":\\d+$", "");
                into.add(new Identifier(
                        Identifier.Scheme.DOMAIN,
                        IDN.toASCII(host).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "")));
            } catch (IllegalArgumentException none) {
                cells.warn(DOMAINS.field(), "domain.unreadable");
            }
        }
    }

    /** A text the public reads; none, with a warning, when numbers of persons are in it. */
    private static @Nullable String said(RowCells cells, String field, @Nullable String text) {
        if (text != null
                && PersonalNumbers.in(text).stream().anyMatch(number -> number.kind() != PersonalNumbers.Kind.EMAIL)) {
            cells.warn(field, "text.personal-left-out");
            return null;
        }
        return text;
    }

    private static List<String> named(RowCells cells, SubjectColumns column) {
        return parts(cells, column).stream()
                .filter(name -> said(cells, column.field(), name) != null)
                .toList();
    }

    private static List<String> parts(RowCells cells, SubjectColumns column) {
        String text = cells.text(column.field());
        return text == null
                ? List.of()
                : Stream.of(text.split("[|、;；\\n]"))
                        .map(Texts::line)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    private LocalDate past(String text) {
        LocalDate day = Dates.day(text);
        if (day.isAfter(LocalDate.now(clock))) {
            throw new BadValueException("date.future");
        }
        return day;
    }
}
