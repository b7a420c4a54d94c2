package org.chengxin.report;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;

/** The portal's mark: a square in seal ink with 信 cut out of it. A sign of the site, not an official seal. */
final class SealMark {

    private static final float SIDE = 60;

    private SealMark() {}

    static Image image(PdfWriter writer, Typefaces typefaces, float width) {
        PdfTemplate mark = writer.getDirectContent().createTemplate(SIDE, SIDE);
        mark.setColorFill(Palette.VERMILION);
        mark.roundRectangle(0, 0, SIDE, SIDE, 9);
        mark.fill();
        mark.setColorStroke(Color.WHITE);
        mark.setLineWidth(1.2f);
        mark.roundRectangle(4.5f, 4.5f, SIDE - 9, SIDE - 9, 5.5f);
        mark.stroke();
        BaseFont serif = typefaces.serif();
        mark.setColorFill(Color.WHITE);
        mark.beginText();
        mark.setFontAndSize(serif, 40);
        mark.setTextMatrix((SIDE - serif.getWidthPoint("信", 40)) / 2, 15.5f);
        mark.showText("信");
        mark.endText();
        try {
            Image image = Image.getInstance(mark);
            image.scaleAbsolute(width, width);
            return image;
        } catch (BadElementException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
