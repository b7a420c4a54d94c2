package org.chengxin.report;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.RecordType;
import org.chengxin.record.Archive;
import org.chengxin.shared.CreditCode;
import org.chengxin.site.SiteProofs;
import org.chengxin.subject.OtherName;

/**
 * A document that answers one question, usually on one page: whom it is about, the answer in a sentence, the records it rests on,
 * the sources that were asked, and how to check it. Which records these are the catalogue says.
 */
final class ResultPage {

    private static final float MARK_WIDTH = 50;
    private static final float RUNNING_HEAD = 28;

    private final Sheet sheet;
    private final Words words;
    private final Catalog catalog;
    private final Content content;
    private final Archive archive;
    private final DocumentKind kind;

    ResultPage(Sheet sheet, Words words, Catalog catalog, Content content) {
        this.sheet = sheet;
        this.words = words;
        this.catalog = catalog;
        this.content = content;
        this.archive = content.archive();
        this.kind = content.scope().kind();
    }

    void write(Issuer issuer, Issue issue, UnaryOperator<String> regions, QrCode qr, SignatureField signature) {
        head(issuer);
        facts(issue, regions);
        sheet.gap(10);
        sheet.statement(sentence());
        records();
        if (kind == DocumentKind.CREDIT_QUERY || kind == DocumentKind.RED_LIST) {
            new ClosingPages(sheet, words, archive).sources(2, content.sources());
        }
        sheet.gap(8);
        sheet.points(
                List.of(
                        words.of("note." + kind),
                        words.of("note.stated"),
                        words.of("note.check", issuer.url() + "/verify")),
                true,
                Style.CELL);
        List<Integer> missing = sheet.prose().missing();
        if (!missing.isEmpty()) {
            sheet.paragraph(RareCharacters.note(words, missing), Style.SMALL);
        }
        sheet.gap(4);
        ProofPanel.write(sheet, words, qr, signature, sheet.width() - 100);
    }

    /** The mark with who issues it and what it is beside. */
    private void head(Issuer issuer) {
        Prose prose = sheet.prose();
        PdfPTable table = sheet.table(new float[] {MARK_WIDTH + 14, sheet.width() - MARK_WIDTH - 14});
        PdfPCell mark = new PdfPCell(SealMark.image(sheet.writer(), prose.typefaces(), MARK_WIDTH));
        mark.setBorder(Rectangle.NO_BORDER);
        mark.setPadding(0);
        table.addCell(mark);
        Phrase text = prose.phrase(issuer.name().in(words.locale()) + "\n", Style.COVER_SITE);
        prose.append(text, words.of("title." + kind), Style.PAGE_TITLE);
        PdfPCell title = sheet.plain(text, Style.PAGE_TITLE);
        title.setVerticalAlignment(Element.ALIGN_MIDDLE);
        table.addCell(title);
        // the first page has no running head
        sheet.lower(-RUNNING_HEAD);
        sheet.place(table);
        sheet.gap(12);
    }

    private void facts(Issue issue, UnaryOperator<String> regions) {
        Archive.SubjectView subject = archive.subject();
        FactGrid grid = new FactGrid(sheet);
        grid.add(words.of("subject.name"), subject.name());
        grid.add(words.of("subject.uscc"), words.code(subject.uscc()));
        grid.add(words.of("result.number"), ReportNumber.grouped(issue.number()));
        grid.add(words.of("cover.asOf"), words.minute(archive.now()));
        grid.add(words.of("subject.kind"), words.of("kind." + subject.kind().name()));
        grid.add(
                words.of("subject.status"),
                words.of("status." + subject.status().name()));
        grid.add(words.of("subject.representative"), subject.representative());
        grid.add(words.of("subject.registeredOn"), Objects.toString(subject.registeredOn(), null));
        grid.add(words.of("subject.region"), subject.region() == null ? null : regions.apply(subject.region()));
        grid.add(
                words.of("name.FORMER"),
                subject.names().stream()
                        .filter(name -> name.kind() == OtherName.Kind.FORMER)
                        .map(OtherName::name)
                        .collect(Collectors.joining(words.of("list.join"))));
        SiteProofs.Proof proof = content.proof();
        if (proof != null) {
            grid.add(words.of("SITE.host"), proof.host());
            grid.add(words.of("SITE.method"), words.of("SITE.method." + proof.method()));
            grid.add(words.of("SITE.since"), proof.since() == null ? null : words.minute(proof.since()));
            grid.add(words.of("SITE.checked"), proof.checkedAt() == null ? null : words.minute(proof.checkedAt()));
        }
        if (kind == DocumentKind.CREDIT_QUERY) {
            grid.add(words.of("CREDIT_QUERY.types"), types());
            grid.add(words.of("CREDIT_QUERY.period"), period());
        }
        sheet.place(grid.table());
    }

    private String types() {
        List<RecordType> shown = catalog.types().stream()
                .filter(type -> type.publication().shown())
                .toList();
        List<String> chosen = shown.stream()
                .filter(type -> content.scope().types().contains(type.code()))
                .map(type -> type.name().in(words.locale()))
                .toList();
        return chosen.size() == shown.size()
                ? words.of("CREDIT_QUERY.types.all", shown.size())
                : String.join(words.of("list.join"), chosen);
    }

    private String period() {
        Scope scope = content.scope();
        if (scope.from() == null && scope.to() == null) {
            return words.of("CREDIT_QUERY.period.all");
        }
        return words.of(
                "CREDIT_QUERY.period.between",
                scope.from() == null ? words.of("CREDIT_QUERY.period.open") : scope.from(),
                scope.to() == null ? words.of("CREDIT_QUERY.period.now") : scope.to());
    }

    private String sentence() {
        String asOf = words.minute(archive.now());
        int found = archive.records().size();
        return switch (kind) {
            case CREDIT_QUERY, RED_LIST ->
                found == 0 ? words.of("none." + kind, asOf) : words.of("found." + kind, asOf, found, counts());
            case IDENTITY -> {
                CreditCode code = archive.subject().uscc();
                String state = code == null ? "none" : code.valid() ? "valid" : "mismatch";
                yield words.of("IDENTITY.code." + state, asOf)
                        + words.of(found == 0 ? "IDENTITY.none" : "IDENTITY.found", found);
            }
            case SITE ->
                words.of(
                        "SITE.found",
                        asOf,
                        Objects.requireNonNull(content.scope().site()));
            case COMMITMENT -> words.of("COMMITMENT.found", asOf);
            case CREDIT_REPORT -> throw new IllegalStateException("a report has pages of its own");
        };
    }

    private String counts() {
        List<String> parts = new ArrayList<>();
        archive.counts()
                .forEach((type, count) -> parts.add(
                        words.of("overview.part", catalog.require(type).name().in(words.locale()), count)));
        return String.join(words.of("list.join"), parts);
    }

    private void records() {
        Map<String, String> sources = new HashMap<>();
        content.sources().forEach(source -> sources.put(source.code(), source.name()));
        RecordTable tables = new RecordTable(sheet, words, sources);
        archive.records().stream()
                .collect(Collectors.groupingBy(Archive.RecordView::type, LinkedHashMap::new, Collectors.toList()))
                .forEach((type, records) -> tables.write(null, type, records));
    }
}
