package org.chengxin.report;

import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfPTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.chengxin.record.Source;

/** What follows the records: branches, terms, what is not in it, sources with their freshness, and how to check the document. */
final class ClosingPages {

    private final Sheet sheet;
    private final Words words;
    private final Archive archive;

    ClosingPages(Sheet sheet, Words words, Archive archive) {
        this.sheet = sheet;
        this.words = words;
        this.archive = archive;
    }

    void branches(UnaryOperator<String> regions) {
        if (archive.branches().isEmpty()) {
            return;
        }
        sheet.heading(1, words.of("branches.heading"), 70);
        PdfPTable table = sheet.table(new float[] {sheet.width() - 220, 130, 90});
        table.addCell(sheet.head(words.of("subject.name")));
        table.addCell(sheet.head(words.of("subject.region")));
        table.addCell(Sheet.right(sheet.head(words.of("branches.records"))));
        table.setHeaderRows(1);
        for (Archive.Relation branch : archive.branches()) {
            table.addCell(sheet.cell(branch.name(), Style.CELL));
            table.addCell(sheet.cell(branch.region() == null ? "—" : regions.apply(branch.region()), Style.CELL));
            table.addCell(Sheet.right(sheet.cell(Integer.toString(branch.records()), Style.CELL)));
        }
        sheet.place(table);
    }

    void terms(Catalog catalog) {
        sheet.heading(1, words.of("terms.heading"), 90);
        PdfPTable table = sheet.table(new float[] {120, sheet.width() - 120});
        for (String term : words.of("terms.keys").split(",", -1)) {
            table.addCell(sheet.cell(words.of("terms." + term), Style.CELL));
            table.addCell(sheet.cell(words.of("terms." + term + ".text"), Style.CELL));
        }
        sheet.place(table);
        List<RecordType> present = catalog.types().stream()
                .filter(type -> !RecordSections.records(archive, type).isEmpty())
                .filter(type -> !type.standard().isBlank())
                .toList();
        if (present.isEmpty()) {
            return;
        }
        sheet.heading(2, words.of("terms.standards"), 60);
        PdfPTable standards = sheet.table(new float[] {120, sheet.width() - 120});
        for (RecordType type : present) {
            standards.addCell(sheet.cell(type.name().in(words.locale()), Style.CELL));
            standards.addCell(sheet.cell(type.standard(), Style.CELL));
        }
        sheet.place(standards);
    }

    void limits() {
        sheet.heading(1, words.of("limits.heading"), 80);
        sheet.points(
                Arrays.stream(words.of("limits.keys").split(",", -1))
                        .map(key -> words.of("limits." + key))
                        .toList(),
                false,
                Style.BODY);
    }

    /** {@code level}: of the heading. */
    void sources(int level, List<Source> sources) {
        sheet.heading(level, words.of("sources.heading"), 80);
        PdfPTable table = sheet.table(new float[] {sheet.width() - 290, 90, 120, 80});
        table.addCell(sheet.head(words.of("sources.name")));
        table.addCell(sheet.head(words.of("sources.kind")));
        table.addCell(sheet.head(words.of("sources.refreshed")));
        table.addCell(Sheet.right(sheet.head(words.of("sources.records"))));
        table.setHeaderRows(1);
        for (Source source : sources) {
            table.addCell(sheet.cell(source.name(), Style.CELL));
            table.addCell(sheet.cell(words.of("source." + source.kind().name()), Style.CELL));
            table.addCell(sheet.cell(
                    source.refreshedAt() == null ? words.of("sources.never") : words.minute(source.refreshedAt()),
                    Style.CELL));
            table.addCell(Sheet.right(sheet.cell(String.format(Locale.ROOT, "%,d", source.records()), Style.CELL)));
        }
        sheet.place(table);
    }

    void check(Issuer issuer, Issue issue, QrCode qr) {
        sheet.newPage();
        sheet.heading(1, words.of("check.heading"), 200);
        sheet.gap(6);
        sheet.centred(qr.image(150));
        sheet.paragraph(ReportNumber.grouped(issue.number()), Style.COVER_FACT, Element.ALIGN_CENTER);
        sheet.gap(4);
        sheet.paragraph(issuer.verificationUrl(issue.number()), Style.LABEL, Element.ALIGN_CENTER);
        sheet.gap(20);
        sheet.points(
                List.of(
                        words.of("check.scan"),
                        words.of("check.type", issuer.url() + "/verify"),
                        words.of("check.file", issuer.url() + "/verify")),
                true,
                Style.BODY);
        sheet.gap(10);
        PdfPTable answers = sheet.table(new float[] {150, sheet.width() - 150});
        answers.addCell(sheet.head(words.of("check.answer")));
        answers.addCell(sheet.head(words.of("check.meaning")));
        for (String answer : List.of("current", "updated", "unknown")) {
            answers.addCell(sheet.cell(words.of("verification." + answer), Style.CELL));
            answers.addCell(sheet.cell(words.of("check." + answer), Style.CELL));
        }
        sheet.place(answers);
        List<Integer> missing = sheet.prose().missing();
        if (!missing.isEmpty()) {
            sheet.gap(10);
            sheet.paragraph(RareCharacters.note(words, missing), Style.SMALL);
        }
        sheet.gap(16);
        sheet.paragraph(words.of("check.objection"), Style.BODY);
        sheet.gap(4);
        sheet.paragraph(words.of("check.host", issuer.hostedBy(), issuer.name().in(words.locale())), Style.LABEL);
        if (!issuer.contact().isBlank()) {
            sheet.paragraph(words.of("check.contact", issuer.contact()), Style.LABEL);
        }
    }
}
