package org.chengxin.report;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.DocumentKind;
import org.chengxin.catalog.RecordType;
import org.chengxin.catalog.Section;
import org.chengxin.proof.DocumentSigner;
import org.chengxin.record.Archive;
import org.chengxin.shared.LocalName;

/**
 * Writes and signs documents on one subject as A4 PDF (PDF/A-1b): the public credit report (公共信用信息报告) in the order of the 2022
 * report standard, and {@linkplain ResultPage pages} that answer one question. What they show of records comes from the catalogue
 * alone. Safe for many threads; costs CPU only.
 */
final class DocumentWriter {

    /** Where a file that is checked off line has its signed statement. */
    private static final PdfName STATEMENT = new PdfName("ChengxinStatement");

    private final Catalog catalog;
    private final BiFunction<String, Locale, String> regions;
    private final Issuer issuer;
    private final DocumentSigner signer;

    /** @param regions name of a region code in a language, empty when it has none */
    DocumentWriter(Catalog catalog, BiFunction<String, Locale, String> regions, Issuer issuer, DocumentSigner signer) {
        this.catalog = catalog;
        this.regions = regions;
        this.issuer = issuer;
        this.signer = signer;
    }

    /** What a kind of document is called in a language. */
    String title(DocumentKind kind, Locale language) {
        return new Words(language, issuer.zone()).of("title." + kind);
    }

    byte[] write(Content content, Issue issue) {
        Words words = new Words(issue.locale(), issuer.zone());
        Prose prose = new Prose(Typefaces.shared());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        Document document = new Document(PageSize.A4, 56, 56, 74, 74);
        PdfWriter writer = SlimFontWriter.open(document, bytes);
        ArchiveForm.prepare(writer);
        String title = words.of("title." + content.scope().kind());
        describe(document, writer, words, title, content.archive(), issue);
        document.open();
        ArchiveForm.colours(writer);
        SignatureField signature = new SignatureField(writer, signer, issue.at());
        String address = issuer.verificationUrl(issue.number());
        writer.setPageEvent(new PageFrame(writer, prose, words, title, issue.number(), address));
        QrCode qr = new QrCode(writer, issuer.verificationUrl(issue));
        Sheet sheet = new Sheet(document, writer, prose);
        UnaryOperator<String> places = code -> place(code, issue.locale());
        if (content.scope().kind() == DocumentKind.CREDIT_REPORT) {
            report(sheet, words, content, issue, places, qr, signature);
        } else {
            new ResultPage(sheet, words, catalog, content).write(issuer, issue, places, qr, signature);
        }
        document.close();
        return signature.sign(bytes.toByteArray());
    }

    private void report(
            Sheet sheet,
            Words words,
            Content content,
            Issue issue,
            UnaryOperator<String> places,
            QrCode qr,
            SignatureField signature) {
        Archive archive = content.archive();
        CoverPage.write(sheet, words, issuer, issue, content, sections(content.scope()), qr, signature);
        new OverviewPages(sheet, words, catalog, content, places).write(issuer);
        new RecordSections(sheet, words, catalog, content).write();
        ClosingPages closing = new ClosingPages(sheet, words, archive);
        closing.branches(places);
        closing.terms(catalog);
        closing.limits();
        closing.sources(1, content.sources());
        closing.check(issuer, issue, qr);
    }

    /** Sections that were chosen; none when all are told of. */
    private List<Section> sections(Scope scope) {
        return scope.part()
                ? catalog.types().stream()
                        .filter(scope::covers)
                        .map(RecordType::section)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    private String place(String code, Locale language) {
        String name = regions.apply(code, language);
        return name.isEmpty() ? code : name;
    }

    private void describe(
            Document document, PdfWriter writer, Words words, String title, Archive archive, Issue issue) {
        document.addTitle(words.of("document.title", title, archive.subject().name(), issue.number()));
        document.addAuthor(issuer.name().in(words.locale()));
        document.addSubject(title);
        GregorianCalendar moment = GregorianCalendar.from(issue.at().atZone(issuer.zone()));
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.CREATIONDATE, new PdfDate(moment));
        info.put(PdfName.MODDATE, new PdfDate(moment));
        info.put(STATEMENT, new PdfString(issue.statement()));
        boolean english = LocalName.isEnglish(words.locale());
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(english ? "en" : "zh-CN", PdfObject.TEXT_PDFDOCENCODING));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        ArchiveForm.metadata(writer);
    }
}
