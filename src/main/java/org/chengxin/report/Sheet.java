package org.chengxin.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.util.List;

/**
 * An open document: headings, paragraphs and tables set one below the other. Keeps its own place on the page, to the point, so that
 * what was measured to fit does fit and nothing is torn from what it belongs to.
 */
final class Sheet {

    private static final float MARK_WIDTH = 16;

    /** Makes the distance between one-line paragraphs about that of lines; in multiples of the size. */
    private static final float PARAGRAPH_GAP = 0.3f;

    private final Document document;
    private final PdfWriter writer;
    private final Prose prose;
    private float y;
    private PdfOutline section;

    Sheet(Document document, PdfWriter writer, Prose prose) {
        this.document = document;
        this.writer = writer;
        this.prose = prose;
        this.y = document.top();
        this.section = writer.getDirectContent().getRootOutline();
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

    /** Height in points left on this page. */
    float left() {
        return y - document.bottom();
    }

    void newPage() {
        writer.setPageEmpty(false);
        document.newPage();
        y = document.top();
    }

    /** Begins a new page unless the height is left on this one. */
    void need(float height) {
        if (left() < height) {
            newPage();
        }
    }

    /** Leaves a gap, but not at the top of a page. */
    void gap(float height) {
        if (y < document.top()) {
            y -= height;
        }
    }

    /** Leaves a gap wherever it is. */
    void lower(float height) {
        y -= height;
    }

    /** A heading of level 1 or 2 with its bookmark; {@code with} is the height of what must stay below it. */
    void heading(int level, String text, float with) {
        boolean first = level == 1;
        Style style = first ? Style.SECTION : Style.TYPE;
        PdfPTable table = table(1);
        PdfPCell cell = plain(text, style);
        if (first) {
            cell.setBorder(Rectangle.LEFT);
            cell.setBorderColor(Palette.VERMILION);
            cell.setBorderWidth(2.4f);
            cell.setPaddingLeft(8);
        }
        table.addCell(cell);
        float before = first ? 22 : 12;
        float after = first ? 9 : 5;
        need(before + table.getTotalHeight() + after + with);
        gap(before);
        bookmark(first, text);
        place(table);
        lower(after);
    }

    private void bookmark(boolean first, String text) {
        PdfOutline root = writer.getDirectContent().getRootOutline();
        PdfDestination here = new PdfDestination(PdfDestination.XYZ, 0, y + 12, 0);
        PdfOutline entry = new PdfOutline(first ? root : section, here, text.replace('\u00A0', ' '));
        if (first) {
            section = entry;
        }
    }

    void paragraph(String text, Style style) {
        paragraph(text, style, Element.ALIGN_LEFT);
    }

    void paragraph(String text, Style style, int alignment) {
        PdfPTable table = table(1);
        PdfPCell cell = plain(text, style);
        cell.setHorizontalAlignment(alignment);
        cell.setPaddingBottom(style.size() * PARAGRAPH_GAP);
        table.addCell(cell);
        place(table);
    }

    /** The answer in a sentence, on the quiet surface. */
    void statement(String text) {
        PdfPTable table = table(1);
        PdfPCell cell = cell(text, Style.STATE);
        cell.setBackgroundColor(Palette.QUIET);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(10);
        table.addCell(cell);
        place(table);
    }

    /** Numbered or dotted points with the mark hanging. */
    void points(List<String> texts, boolean numbered, Style style) {
        for (int i = 0; i < texts.size(); i++) {
            PdfPTable table = table(new float[] {MARK_WIDTH, width() - MARK_WIDTH});
            table.addCell(plain(numbered ? i + 1 + "." : "·", style));
            PdfPCell cell = plain(texts.get(i), style);
            cell.setPaddingBottom(5);
            table.addCell(cell);
            place(table);
        }
    }

    /** Keeps a height free for what is set by position; gives its lower edge. */
    float reserve(float height) {
        need(height);
        y -= height;
        return y;
    }

    /** An image in the middle of the line. */
    void centred(Image image) {
        reserve(image.getScaledHeight());
        image.setAbsolutePosition((document.left() + document.right() - image.getScaledWidth()) / 2, y);
        writer.getDirectContent().addImage(image);
    }

    /** Sets a table here, or on the next page, or row by row over pages when it is longer than what is left of one. */
    void place(PdfPTable table) {
        float height = table.getTotalHeight();
        if (height <= left()) {
            float x = document.left() + (width() - table.getTotalWidth()) / 2;
            table.writeSelectedRows(0, -1, x, y, writer.getDirectContent());
            y -= height;
        } else {
            flow(table);
        }
    }

    private void flow(PdfPTable table) {
        if (left() < table.getHeaderHeight() + table.getRowHeight(table.getHeaderRows()) && table.isSplitLate()) {
            newPage();
        }
        ColumnText column = new ColumnText(writer.getDirectContent());
        column.addElement(table);
        while (true) {
            column.setSimpleColumn(document.left(), document.bottom(), document.right(), y);
            int status = column.go();
            if (!ColumnText.hasMoreText(status)) {
                y = column.getYLine();
                return;
            }
            if (column.getYLine() >= document.top()) {
                throw new IllegalStateException("a row of a report does not fit any page");
            }
            newPage();
        }
    }

    PdfPTable table(int columns) {
        return full(new PdfPTable(columns));
    }

    PdfPTable table(float[] widths) {
        return full(new PdfPTable(widths));
    }

    private PdfPTable full(PdfPTable table) {
        table.setTotalWidth(width());
        table.setLockedWidth(true);
        return table;
    }

    /** A cell without lines. */
    PdfPCell plain(String text, Style style) {
        return plain(prose.phrase(text, style), style);
    }

    PdfPCell plain(Phrase phrase, Style style) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setUseAscender(true);
        cell.setUseDescender(true);
        cell.setLeading(style.leading(), 0);
        return cell;
    }

    /** A table cell with a light line below. */
    PdfPCell cell(String text, Style style) {
        return cell(prose.phrase(text, style), style);
    }

    PdfPCell cell(Phrase phrase, Style style) {
        PdfPCell cell = plain(phrase, style);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(Palette.LINE);
        cell.setBorderWidth(0.6f);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(4.5f);
        cell.setPaddingLeft(5);
        cell.setPaddingRight(5);
        return cell;
    }

    /** A head cell on the quiet surface. */
    PdfPCell head(String text) {
        PdfPCell cell = cell(text, Style.LABEL);
        cell.setBackgroundColor(Palette.QUIET);
        return cell;
    }

    /** A cell of figures, aligned right. */
    static PdfPCell right(PdfPCell cell) {
        cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        return cell;
    }
}
