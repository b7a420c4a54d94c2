package org.chengxin.report;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.record.Archive;
import org.chengxin.subject.Identifier;
import org.chengxin.subject.OtherName;

/** What the report is, who the subject is, and how many records of each section there are. */
final class OverviewPages {

    private final Sheet sheet;
    private final Words words;
    private final Catalog catalog;
    private final Scope scope;
    private final Archive archive;
    private final UnaryOperator<String> regions;

    OverviewPages(Sheet sheet, Words words, Catalog catalog, Content content, UnaryOperator<String> regions) {
        this.sheet = sheet;
        this.words = words;
        this.catalog = catalog;
        this.scope = content.scope();
        this.archive = content.archive();
        this.regions = regions;
    }

    void write(Issuer issuer) {
        sheet.heading(1, words.of("about.heading"), 60);
        List<String> about = new ArrayList<>();
        about.add(words.of("about.made", issuer.name().in(words.locale()), words.minute(archive.now())));
        if (scope.asOf() != null) {
            about.add(words.of("about.past", words.minute(archive.now())));
        }
        if (scope.part()) {
            about.add(words.of("about.part"));
        }
        if (scope.purpose() != null) {
            about.add(words.of("about.purpose"));
        }
        about.add(words.of("about.stated"));
        about.add(words.of("about.not"));
        sheet.points(about, true, Style.BODY);
        sheet.heading(1, words.of("subject.heading"), 80);
        subject();
        sheet.heading(1, words.of("overview.heading"), 110);
        standing();
        counts();
    }

    private void subject() {
        Archive.SubjectView subject = archive.subject();
        FactGrid grid = new FactGrid(sheet);
        grid.add(words.of("subject.name"), subject.name());
        grid.add(words.of("subject.uscc"), words.code(subject.uscc()));
        grid.add(words.of("subject.kind"), words.of("kind." + subject.kind().name()));
        grid.add(
                words.of("subject.status"),
                words.of("status." + subject.status().name()));
        grid.add(words.of("subject.representative"), subject.representative());
        grid.add(words.of("subject.registeredOn"), Objects.toString(subject.registeredOn(), null));
        grid.add(words.of("subject.capital"), subject.capital());
        grid.add(words.of("subject.industry"), subject.industry());
        grid.add(words.of("subject.region"), subject.region() == null ? null : regions.apply(subject.region()));
        grid.add(words.of("subject.address"), subject.address());
        for (Identifier.Scheme scheme : Identifier.Scheme.values()) {
            String values = subject.identifiers().stream()
                    .filter(identifier -> identifier.scheme() == scheme && scheme != Identifier.Scheme.IDENTITY_HASH)
                    .map(Identifier::value)
                    .collect(Collectors.joining(words.of("list.join")));
            grid.add(words.of("identifier." + scheme.name()), values);
        }
        for (OtherName.Kind kind : OtherName.Kind.values()) {
            String names = subject.names().stream()
                    .filter(name -> name.kind() == kind)
                    .map(this::otherName)
                    .collect(Collectors.joining(words.of("list.join")));
            grid.add(words.of("name." + kind.name()), names);
        }
        if (archive.company() != null) {
            String key = subject.branchOf() != null ? "subject.company" : "subject.operator";
            grid.add(words.of(key), archive.company().name());
        }
        grid.add(words.of("subject.scope"), subject.scope());
        sheet.place(grid.table());
    }

    private String otherName(OtherName name) {
        return name.until() == null ? name.name() : words.of("name.until", name.name(), name.until());
    }

    private void standing() {
        PdfPTable table = sheet.table(1);
        PdfPCell cell = sheet.cell(Standing.sentence(words, catalog, archive, scope.part()), Style.STATE);
        cell.setBackgroundColor(Palette.QUIET);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(10);
        table.addCell(cell);
        if (!archive.branches().isEmpty()) {
            int branchRecords = archive.branches().stream()
                    .mapToInt(Archive.Relation::records)
                    .sum();
            PdfPCell branches = sheet.cell(
                    words.of(
                            "overview.branches",
                            archive.records().size(),
                            archive.branches().size(),
                            branchRecords),
                    Style.CELL);
            branches.setBackgroundColor(Palette.QUIET);
            branches.setBorder(Rectangle.NO_BORDER);
            branches.setPaddingLeft(10);
            branches.setPaddingBottom(10);
            branches.setPaddingTop(0);
            table.addCell(branches);
        }
        sheet.place(table);
        sheet.gap(10);
    }

    private void counts() {
        PdfPTable table = sheet.table(new float[] {112, sheet.width() - 112 - 64 - 96, 64, 96});
        table.addCell(sheet.head(words.of("overview.section")));
        table.addCell(sheet.head(words.of("overview.types")));
        table.addCell(Sheet.right(sheet.head(words.of("overview.count"))));
        table.addCell(Sheet.right(sheet.head(words.of("overview.latest"))));
        table.setHeaderRows(1);
        for (Section section : Section.values()) {
            List<RecordType> types = RecordSections.types(catalog, scope, archive, section);
            if (!types.isEmpty()) {
                count(table, section, types);
            }
        }
        sheet.place(table);
    }

    private void count(PdfPTable table, Section section, List<RecordType> types) {
        List<String> parts = new ArrayList<>();
        List<Archive.RecordView> records = new ArrayList<>();
        for (RecordType type : types) {
            List<Archive.RecordView> ofType = RecordSections.records(archive, type);
            records.addAll(ofType);
            if (!ofType.isEmpty()) {
                parts.add(words.of("overview.part", type.name().in(words.locale()), ofType.size()));
            }
        }
        Optional<LocalDate> latest = records.stream()
                .map(Archive.RecordView::decidedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        boolean none = records.isEmpty();
        table.addCell(sheet.cell(words.section(section), Style.CELL));
        table.addCell(sheet.cell(
                none ? words.of("section.none", words.section(section)) : String.join(words.of("list.join"), parts),
                none ? Style.LABEL : Style.CELL));
        table.addCell(Sheet.right(sheet.cell(Integer.toString(records.size()), none ? Style.LABEL : Style.CELL)));
        table.addCell(Sheet.right(sheet.cell(latest.map(LocalDate::toString).orElse("—"), Style.CELL)));
    }
}
