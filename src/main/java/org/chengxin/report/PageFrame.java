package org.chengxin.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** What every page carries around its text: title and number above, the way to check and the page number below. */
final class PageFrame extends PdfPageEventHelper {

    private static final float QR_WIDTH = 40;

    private final Prose prose;
    private final Words words;
    private final String title;
    private final String number;
    private final String address;
    private final PdfTemplate pageCount;
    private @Nullable QrCode qr;

    PageFrame(PdfWriter writer, Prose prose, Words words, String title, String number, String address) {
        this.prose = prose;
        this.words = words;
        this.title = title;
        this.number = number;
        this.address = address;
        this.pageCount = writer.getDirectContent().createTemplate(30, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        float left = document.left();
        float right = document.right();
        boolean cover = writer.getPageNumber() == 1;
        if (!cover) {
            float top = document.top() + 20;
            line(canvas, Element.ALIGN_LEFT, title, left, top);
            line(canvas, Element.ALIGN_RIGHT, words.of("frame.number", number), right, top);
            rule(canvas, left, right, top - 7);
        }
        float foot = document.bottom() - 24;
        rule(canvas, left, right, foot + 12);
        float textLeft = left;
        if (!cover) {
            if (qr == null) {
                // a document of one page needs none
                qr = new QrCode(writer, address);
            }
            Image code = qr.image(QR_WIDTH);
            code.setAbsolutePosition(left - 4, foot - QR_WIDTH + 11);
            canvas.addImage(code);
            textLeft = left + QR_WIDTH + 2;
        }
        line(canvas, Element.ALIGN_LEFT, words.of("frame.check"), textLeft, foot - 6);
        line(canvas, Element.ALIGN_LEFT, address, textLeft, foot - 18);
        String before = words.of("frame.page", Integer.toString(writer.getPageNumber()));
        String after = words.of("frame.pages");
        float countWidth = 14;
        float x = right - prose.width(before, Style.SMALL) - countWidth - prose.width(after, Style.SMALL);
        line(canvas, Element.ALIGN_LEFT, before, x, foot - 6);
        canvas.addTemplate(pageCount, x + prose.width(before, Style.SMALL), foot - 6 - 3);
        line(canvas, Element.ALIGN_RIGHT, after, right, foot - 6);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        String pages = Integer.toString(writer.getPageNumber() - 1);
        ColumnText.showTextAligned(pageCount, Element.ALIGN_CENTER, prose.phrase(pages, Style.SMALL), 7, 3, 0);
    }

    private void line(PdfContentByte canvas, int alignment, String text, float x, float y) {
        Phrase phrase = prose.phrase(text, Style.SMALL);
        ColumnText.showTextAligned(canvas, alignment, phrase, x, y, 0);
    }

    private static void rule(PdfContentByte canvas, float left, float right, float y) {
        canvas.saveState();
        canvas.setColorStroke(Palette.LINE);
        canvas.setLineWidth(0.6f);
        canvas.moveTo(left, y);
        canvas.lineTo(right, y);
        canvas.stroke();
        canvas.restoreState();
    }
}
