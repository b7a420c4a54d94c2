package org.chengxin.portal.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.Polarity;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.record.Archive;
import org.chengxin.record.Source;
import org.chengxin.shared.CreditCode;
import org.chengxin.subject.OtherName;
import org.chengxin.subject.SubjectStatus;
import org.jspecify.annotations.Nullable;

/** Turns an archive into the view of a profile, in the language of one request. */
final class ProfileViews {

    private final PageRequest request;
    private final Words words;
    private final Labels labels;
    private final Formats formats;
    private final Catalog catalog;
    private final List<Source> sources;
    private final Set<String> underObjection;
    private final List<String> sites;

    ProfileViews(
            PageRequest request,
            Vocabulary vocabulary,
            Catalog catalog,
            List<Source> sources,
            Set<String> underObjection,
            List<String> sites) {
        this.request = request;
        this.words = request.words();
        this.labels = vocabulary.in(words);
        this.formats = vocabulary.formats();
        this.catalog = catalog;
        this.sources = sources;
        this.underObjection = underObjection;
        this.sites = sites;
    }

    /** {@code linked}: the same for machines, null for nothing. */
    ProfileView of(Archive archive, @Nullable String linked) {
        Archive.SubjectView subject = archive.subject();
        @Nullable CreditCode code = subject.uscc();
        List<ProfileView.SectionView> sections = sections(archive.records());
        @Nullable Timeline timeline = Timeline.of(archive.records(), request, labels, formats);
        return new ProfileView(
                subject.id(),
                subject.name(),
                former(subject.names()),
                names(subject.names()),
                labels.kind(subject.kind()),
                labels.place(subject.region()),
                code == null ? null : formats.grouped(code.value()),
                code == null ? null : code.value(),
                code == null || code.valid() ? null : words.get("profile.code.mismatch"),
                subject.status() == SubjectStatus.ACTIVE || subject.status() == SubjectStatus.UNKNOWN
                        ? null
                        : labels.status(subject.status().code()),
                sentence(archive.records()),
                words.get("profile.asOf", asOf()),
                marks(archive.records()),
                facts(subject),
                subject.identifiers().stream()
                        .filter(identifier -> identifier.scheme().site())
                        .map(identifier -> site(identifier.value()))
                        .toList(),
                archive.company() == null ? null : branch(archive.company()),
                request.href(DocumentLinks.report(subject.id()), Map.of()),
                new DocumentLinks(request).of(subject.id(), catalog, labels, sites),
                request.href("/objections/new", Map.of("subject", subject.id())),
                anchors(sections, archive, timeline),
                sections,
                absent(archive.records()),
                archive.branches().stream().map(this::branch).toList(),
                own(archive),
                timeline,
                linked);
    }

    private List<String> former(List<OtherName> names) {
        return names.stream()
                .filter(name -> name.kind() == OtherName.Kind.FORMER)
                .map(name -> name.until() == null
                        ? name.name()
                        : words.get(
                                "profile.former.until",
                                name.name(),
                                name.until().toString()))
                .toList();
    }

    private List<ProfileView.Fact> names(List<OtherName> names) {
        Map<OtherName.Kind, List<String>> byKind = new LinkedHashMap<>();
        names.stream().filter(name -> name.kind() != OtherName.Kind.FORMER).forEach(name -> byKind.computeIfAbsent(
                        name.kind(), kind -> new ArrayList<>())
                .add(name.name()));
        List<ProfileView.Fact> facts = new ArrayList<>();
        byKind.forEach((kind, of) ->
                facts.add(fact(words.get("name." + kind.name()), String.join(words.get("list.separator"), of))));
        return facts;
    }

    /** {@code 红名单 2 项；未发现公示期内的失信信息。} */
    private String sentence(List<Archive.RecordView> records) {
        List<String> parts = new ArrayList<>();
        boolean clear = true;
        for (RecordType type : catalog.types()) {
            long count = records.stream()
                    .filter(record -> record.type().code().equals(type.code()))
                    .count();
            if (count > 0 && (type.list() != null || type.polarity() == Polarity.NEGATIVE)) {
                String word = type.list() == null ? labels.name(type.name()) : labels.listed(type.list());
                parts.add(words.get("profile.sentence.part", word, formats.number(count)));
                clear &= type.polarity() != Polarity.NEGATIVE;
            }
        }
        if (clear) {
            parts.add(words.get("mark.clear"));
        }
        return words.get("profile.sentence", String.join(words.get("profile.sentence.separator"), parts));
    }

    private String asOf() {
        return sources.stream()
                .map(Source::refreshedAt)
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .map(formats::day)
                .orElseGet(() -> words.get("source.never"));
    }

    private List<Mark> marks(List<Archive.RecordView> records) {
        List<String> lists = records.stream()
                .map(record -> record.type().list())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> types =
                records.stream().map(record -> record.type().code()).distinct().toList();
        return Mark.of(lists, types, catalog, labels);
    }

    private List<ProfileView.Fact> facts(Archive.SubjectView subject) {
        List<ProfileView.Fact> facts = new ArrayList<>();
        add(facts, "representative", subject.representative());
        add(
                facts,
                "registeredOn",
                subject.registeredOn() == null ? null : subject.registeredOn().toString());
        add(facts, "status", labels.status(subject.status().code()));
        add(facts, "capital", subject.capital());
        add(facts, "industry", subject.industry());
        add(facts, "address", subject.address());
        add(facts, "scope", subject.scope());
        subject.identifiers().stream()
                .filter(identifier -> !identifier.scheme().site())
                .forEach(identifier -> facts.add(
                        fact(words.get("identifier." + identifier.scheme().code()), identifier.value())));
        return facts;
    }

    private void add(List<ProfileView.Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(fact(words.get("profile.fact." + key), value));
        }
    }

    private static ProfileView.Fact fact(String label, String value) {
        return new ProfileView.Fact(label, Formats.Text.of(value));
    }

    private static Formats.Text site(String value) {
        return new Formats.Text(value, null, Formats.siteAddress(value));
    }

    private ProfileView.Branch branch(Archive.Relation relation) {
        return new ProfileView.Branch(
                request.href("/s/" + relation.id(), Map.of()),
                relation.name(),
                labels.place(relation.region()),
                formats.number(relation.records()));
    }

    private List<ProfileView.SectionView> sections(List<Archive.RecordView> records) {
        Map<Section, Map<RecordType, List<Archive.RecordView>>> bySection = records.stream()
                .collect(Collectors.groupingBy(
                        record -> record.type().section(),
                        () -> new EnumMap<>(Section.class),
                        Collectors.groupingBy(Archive.RecordView::type, LinkedHashMap::new, Collectors.toList())));
        List<ProfileView.SectionView> sections = new ArrayList<>();
        bySection.forEach((section, types) -> sections.add(new ProfileView.SectionView(
                Labels.id(section),
                labels.section(section),
                types.entrySet().stream()
                        .map(entry -> group(entry.getKey(), entry.getValue()))
                        .toList())));
        return sections;
    }

    private ProfileView.TypeGroup group(RecordType type, List<Archive.RecordView> records) {
        return new ProfileView.TypeGroup(
                labels.name(type.name()),
                formats.number(records.size()),
                type.standard(),
                records.stream().map(this::item).toList());
    }

    private ProfileView.RecordItem item(Archive.RecordView record) {
        String title = labels.title(record);
        List<ProfileView.Fact> summary = record.values().stream()
                .filter(value -> value.field().summary())
                .map(labels::fact)
                .filter(fact -> !fact.value().text().equals(title))
                .toList();
        return new ProfileView.RecordItem(
                request.href("/s/" + record.subjectId() + "/records/" + record.id(), Map.of()),
                title,
                told(record),
                summary,
                record.values().stream().map(labels::fact).toList(),
                words.get("record.source", labels.source(record.source(), sources)),
                record.publicUntil() == null
                        ? words.get("record.until.open")
                        : words.get("record.until", formats.lastDay(record.publicUntil())),
                request.href("/objections/new", Map.of("record", record.id())),
                underObjection.contains(record.id()) ? Mark.pending(words) : null);
    }

    private String told(Archive.RecordView record) {
        if (record.documentNumber() != null) {
            return record.documentNumber();
        }
        return record.decidedOn() == null
                ? formats.day(record.publicFrom())
                : record.decidedOn().toString();
    }

    private List<ProfileView.Anchor> anchors(
            List<ProfileView.SectionView> sections, Archive archive, @Nullable Timeline timeline) {
        List<ProfileView.Anchor> anchors = new ArrayList<>();
        anchors.add(new ProfileView.Anchor("overview", words.get("profile.overview"), ""));
        for (ProfileView.SectionView section : sections) {
            long count = archive.records().stream()
                    .filter(record -> Labels.id(record.type().section()).equals(section.id()))
                    .count();
            anchors.add(new ProfileView.Anchor(section.id(), section.title(), formats.number(count)));
        }
        if (!archive.branches().isEmpty()) {
            anchors.add(new ProfileView.Anchor(
                    "branches",
                    words.get("profile.branches"),
                    formats.number(archive.branches().size())));
        }
        if (timeline != null) {
            anchors.add(new ProfileView.Anchor("timeline", words.get("profile.timeline"), ""));
        }
        return anchors;
    }

    private String absent(List<Archive.RecordView> records) {
        return catalog.types().stream()
                .filter(type -> type.publication().shown())
                .filter(type -> records.stream()
                        .noneMatch(record -> record.type().code().equals(type.code())))
                .map(type -> labels.name(type.name()))
                .collect(Collectors.joining(words.get("list.separator")));
    }

    private @Nullable String own(Archive archive) {
        if (archive.branches().isEmpty()) {
            return null;
        }
        long branches =
                archive.branches().stream().mapToLong(Archive.Relation::records).sum();
        return words.get("profile.own", formats.number(archive.records().size()), formats.number(branches));
    }
}
