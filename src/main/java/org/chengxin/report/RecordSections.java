package org.chengxin.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.record.Archive;
import org.chengxin.record.Source;

/** The sections of the report: every type of the catalogue in its section, with its records or with what was looked through. */
final class RecordSections {

    private final Sheet sheet;
    private final Words words;
    private final Catalog catalog;
    private final Scope scope;
    private final Archive archive;
    private final List<Source> sources;

    RecordSections(Sheet sheet, Words words, Catalog catalog, Content content) {
        this.sheet = sheet;
        this.words = words;
        this.catalog = catalog;
        this.scope = content.scope();
        this.archive = content.archive();
        this.sources = content.sources();
    }

    /** Types of a section that the report tells of: those the public sees, or that the archive has records of all the same. */
    static List<RecordType> types(Catalog catalog, Scope scope, Archive archive, Section section) {
        return catalog.types().stream()
                .filter(type -> type.section() == section && scope.covers(type))
                .filter(type ->
                        type.publication().shown() || !records(archive, type).isEmpty())
                .toList();
    }

    static List<Archive.RecordView> records(Archive archive, RecordType type) {
        return archive.records().stream()
                .filter(record -> record.type().code().equals(type.code()))
                .toList();
    }

    void write() {
        Map<String, String> sourceNames =
                sources.stream().collect(Collectors.toMap(Source::code, Source::name, (a, b) -> a));
        RecordTable tables = new RecordTable(sheet, words, sourceNames);
        for (Section section : Section.values()) {
            List<RecordType> types = types(catalog, scope, archive, section);
            if (!types.isEmpty()) {
                section(section, types, tables);
            }
        }
    }

    private void section(Section section, List<RecordType> types, RecordTable tables) {
        List<RecordType> present =
                types.stream().filter(type -> !records(archive, type).isEmpty()).toList();
        String heading = words.section(section);
        if (present.isEmpty()) {
            sheet.heading(1, heading, 40);
            nothing(heading);
            return;
        }
        for (RecordType type : present) {
            boolean first = type.equals(present.get(0));
            tables.write(first ? heading : null, type, records(archive, type));
        }
        List<String> absent = new ArrayList<>();
        for (RecordType type : types) {
            if (!present.contains(type)) {
                absent.add(type.name().in(words.locale()));
            }
        }
        if (!absent.isEmpty()) {
            sheet.gap(6);
            nothing(String.join(words.of("list.join"), absent));
        }
    }

    /** Nothing found is an answer only with where it was looked for, and how fresh that was. */
    private void nothing(String what) {
        List<Instant> refreshed = sources.stream()
                .map(Source::refreshedAt)
                .filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder())
                .toList();
        String covered = refreshed.isEmpty()
                ? words.of("section.covered.never", sources.size())
                : words.of("section.covered", sources.size(), words.minute(refreshed.get(refreshed.size() - 1)));
        sheet.paragraph(words.of("section.none", what) + words.of("sentence.end") + covered, Style.LABEL);
    }
}
