package org.chengxin.report;

import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.List;
import java.util.stream.Collectors;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.Section;
import org.chengxin.record.Archive;
import org.chengxin.shared.CreditCode;

/** The cover: mark, title, whom it is about, number, moment and the code to check it. */
final class CoverPage {

    private static final float LABEL_WIDTH = 118;

    private CoverPage() {}

    /** @param sections those that were chosen; none when all are told of */
    static void write(
            Sheet sheet,
            Words words,
            Issuer issuer,
            Issue issue,
            Content content,
            List<Section> sections,
            QrCode qr,
            SignatureField signature) {
        Prose prose = sheet.prose();
        sheet.lower(64);
        Image mark = SealMark.image(sheet.writer(), prose.typefaces(), 60);
        sheet.centred(mark);
        sheet.gap(22);
        sheet.paragraph(issuer.name().in(words.locale()), Style.COVER_SITE, Element.ALIGN_CENTER);
        sheet.gap(26);
        sheet.paragraph(words.of("title." + DocumentKind.CREDIT_REPORT), Style.COVER_TITLE, Element.ALIGN_CENTER);
        sheet.gap(6);
        sheet.paragraph(words.of("cover.subtitle"), Style.LABEL, Element.ALIGN_CENTER);
        sheet.gap(46);

        Archive archive = content.archive();
        Archive.SubjectView subject = archive.subject();
        CreditCode code = subject.uscc();
        PdfPTable facts = new PdfPTable(new float[] {LABEL_WIDTH, sheet.width() - 100 - LABEL_WIDTH});
        facts.setTotalWidth(sheet.width() - 100);
        facts.setLockedWidth(true);
        fact(sheet, facts, words.of("subject.name"), subject.name(), Style.COVER_NAME);
        fact(sheet, facts, words.of("subject.uscc"), words.code(code), Style.COVER_FACT);
        fact(sheet, facts, words.of("cover.number"), ReportNumber.grouped(issue.number()), Style.COVER_FACT);
        fact(sheet, facts, words.of("cover.asOf"), words.minute(archive.now()), Style.COVER_FACT);
        Scope scope = content.scope();
        if (scope.asOf() != null) {
            fact(sheet, facts, words.of("cover.issued"), words.minute(issue.at()), Style.COVER_FACT);
        }
        if (scope.purpose() != null) {
            String purpose = words.of("purpose." + scope.purpose().name());
            fact(sheet, facts, words.of("cover.purpose"), purpose, Style.COVER_FACT);
        }
        if (!sections.isEmpty()) {
            String chosen = sections.stream().map(words::section).collect(Collectors.joining(words.of("list.join")));
            fact(sheet, facts, words.of("cover.sections"), words.of("cover.sections.only", chosen), Style.COVER_FACT);
        }
        sheet.place(facts);
        List<Integer> missing = prose.missing();
        if (!missing.isEmpty()) {
            sheet.gap(8);
            sheet.paragraph(RareCharacters.note(words, missing), Style.SMALL, Element.ALIGN_CENTER);
        }

        sheet.gap(34);
        ProofPanel.write(sheet, words, qr, signature, facts.getTotalWidth());
        sheet.gap(4);
        sheet.paragraph(words.of("cover.scan"), Style.LABEL, Element.ALIGN_CENTER);
        sheet.newPage();
    }

    private static void fact(Sheet sheet, PdfPTable table, String label, String value, Style style) {
        PdfPCell name = sheet.cell(label, Style.LABEL);
        name.setVerticalAlignment(Element.ALIGN_MIDDLE);
        PdfPCell content = sheet.cell(value, style);
        content.setVerticalAlignment(Element.ALIGN_MIDDLE);
        for (PdfPCell cell : List.of(name, content)) {
            cell.setPaddingTop(9);
            cell.setPaddingBottom(10);
            if (table.size() == 0) {
                cell.setBorder(Rectangle.BOTTOM | Rectangle.TOP);
            }
        }
        table.addCell(name);
        table.addCell(content);
    }
}
