package org.chengxin.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.BadElementException;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.util.Map;

/** A QR code drawn once per document as vectors and placed at any size. */
final class QrCode {

    /** A rectangle a module high and a little more: else viewers that smooth edges leave light seams between the rows. */
    private static final String RUN = " 1.06 re\n";

    /**
     * The standard has all eight masks weighed, which takes a fifth of the time a document takes. A signed statement and a number
     * look random under any of them.
     */
    private static final int MASK = 3;

    /** Blank modules on each side, as ISO/IEC 18004 asks. */
    private static final int QUIET = 4;

    private final PdfTemplate drawing;
    private final float quietPart;

    /** Level M survives a fold or a stamp. */
    QrCode(PdfWriter writer, String text) {
        BitMatrix modules = encode(text);
        quietPart = (float) QUIET / modules.getWidth();
        drawing = writer.getDirectContent().createTemplate(modules.getWidth(), modules.getHeight());
        drawing.setGrayFill(0);
        StringBuilder runs = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    // written by hand: whole numbers are most of what a code takes in the file, and of the time to
                    // write it
                    runs.append(from)
                            .append(' ')
                            .append(modules.getHeight() - y - 1)
                            .append(' ')
                            .append(x - from)
                            .append(RUN);
                }
            }
        }
        drawing.setLiteral(runs.toString());
        drawing.fill();
    }

    /** The part of its width that is blank on each side. */
    float quietPart() {
        return quietPart;
    }

    /** The code as an image of the given width in points. */
    Image image(float width) {
        try {
            Image image = Image.getInstance(drawing);
            image.scaleAbsolute(width, width);
            return image;
        } catch (BadElementException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.QR_MASK_PATTERN,
                                    MASK));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit a QR code: " + text, tooLong);
        }
    }
}
