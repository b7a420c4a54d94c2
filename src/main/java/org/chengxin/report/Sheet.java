package org.chengxin.report;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open document: headings, paragraphs and tables set one below the other, nothing torn from what it belongs to. */
final class Sheet {

    private final Document document;
    private final PdfWriter writer;
    private final Prose prose;

    Sheet(Document document, PdfWriter writer, Prose prose) {
        this.document = document;
        this.writer = writer;
        this.prose = prose;
    }

    Prose prose() {
        return prose;
    }

    PdfWriter writer() {
        return writer;
    }

    float width() {
        return document.right() - document.left();
    }

    /** Height in points that a whole page offers. */
    float pageHeight() {
        return document.top() - document.bottom();
    }

    void newPage() {
        document.newPage();
    }

    /** Height in points left on this page. */
    float left() {
        return writer.getVerticalPosition(true) - document.bottom();
    }

    /** Begins a new page unless the height is left on this one. */
    void need(float height) {
        if (left() < height) {
            newPage();
        }
    }

    /** A heading of level 1 or 2 with its bookmark; {@code with} is the height of what must stay below it. */
    void heading(int level, String text, float with) {
        Style style = level == 1 ? Style.SECTION : Style.TYPE;
        float before = level == 1 ? 20 : 10;
        need(before + style.leading() + 8 + with);
        Phrase phrase = prose.phrase(text, style);
        ((Chunk) phrase.get(0)).setGenericTag(level + ":" + text);
        PdfPTable table = table(1);
        PdfPCell cell = plain(phrase, style);
        if (level == 1) {
            cell.setBorder(Rectangle.LEFT);
            cell.setBorderColor(Palette.VERMILION);
            cell.setBorderWidth(2.4f);
            cell.setPaddingLeft(8);
        }
        table.addCell(cell);
        table.setSpacingBefore(atTop() ? 0 : before);
        table.setSpacingAfter(level == 1 ? 8 : 5);
        document.add(table);
    }

    void paragraph(String text, Style style, float after) {
        paragraph(text, style, Element.ALIGN_LEFT, after);
    }

    void paragraph(String text, Style style, int alignment, float after) {
        Paragraph paragraph = new Paragraph(style.leading(), "", style.font(prose.typefaces()));
        paragraph.addAll(prose.phrase(text, style));
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(after);
        document.add(paragraph);
    }

    /** Numbered or dotted points with the mark hanging. */
    void points(List<String> texts, boolean numbered, Style style) {
        PdfPTable table = table(new float[] {16, width() - 16});
        for (int i = 0; i < texts.size(); i++) {
            PdfPCell mark = plain(prose.phrase(numbered ? i + 1 + "." : "·", style), style);
            table.addCell(mark);
            PdfPCell cell = plain(prose.phrase(texts.get(i), style), style);
            cell.setPaddingBottom(5);
            table.addCell(cell);
        }
        place(table);
    }

    void gap(float height) {
        PdfPTable table = table(1);
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setFixedHeight(height);
        table.addCell(cell);
        document.add(table);
    }

    /** Sets a table; what does not fit as a whole goes on as rows. */
    void place(PdfPTable table) {
        document.add(table);
    }

    void add(Element element) {
        document.add(element);
    }

    PdfPTable table(int columns) {
        PdfPTable table = new PdfPTable(columns);
        return full(table);
    }

    PdfPTable table(float[] widths) {
        return full(new PdfPTable(widths));
    }

    /** A cell without lines. */
    PdfPCell plain(Phrase phrase, Style style) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setUseAscender(true);
        cell.setLeading(style.leading(), 0);
        return cell;
    }

    /** A table cell with a light line below. */
    PdfPCell cell(String text, Style style) {
        PdfPCell cell = plain(prose.phrase(text, style), style);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(Palette.LINE);
        cell.setBorderWidth(0.6f);
        cell.setPaddingTop(4.5f);
        cell.setPaddingBottom(5.5f);
        cell.setPaddingLeft(5);
        cell.setPaddingRight(5);
        return cell;
    }

    /** A head cell on the quiet surface. */
    PdfPCell head(String text) {
        PdfPCell cell = cell(text, Style.HEAD);
        cell.setBackgroundColor(Palette.QUIET);
        return cell;
    }

    /** A cell with its alignment set. */
    static PdfPCell aligned(PdfPCell cell, int alignment, @Nullable Float right) {
        cell.setHorizontalAlignment(alignment);
        if (right != null) {
            cell.setPaddingRight(right);
        }
        return cell;
    }

    private PdfPTable full(PdfPTable table) {
        table.setTotalWidth(width());
        table.setLockedWidth(true);
        return table;
    }

    private boolean atTop() {
        return writer.getVerticalPosition(true) >= document.top() - 1;
    }
}
