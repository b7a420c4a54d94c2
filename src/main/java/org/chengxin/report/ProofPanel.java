package org.chengxin.report;

import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;

/** The code to scan, and who signed beside it. */
final class ProofPanel {

    /** The code holds a signed statement of some 500 characters: each of its modules is 0.45 mm wide. */
    private static final float CODE_WIDTH = 122;

    private ProofPanel() {}

    /** Sets it in the middle of the page, {@code width} points wide. */
    static void write(Sheet sheet, Words words, QrCode qr, SignatureField signature, float width) {
        float left = (PageSize.A4.getWidth() - width) / 2;
        float bottom = sheet.reserve(CODE_WIDTH);
        Image scan = qr.image(CODE_WIDTH);
        scan.setAbsolutePosition(left, bottom);
        sheet.writer().getDirectContent().addImage(scan);
        float panel = left + CODE_WIDTH + 16;
        float quiet = CODE_WIDTH * qr.quietPart();
        signature.show(
                sheet.prose(), words, new Rectangle(panel, bottom + quiet, left + width, bottom + CODE_WIDTH - quiet));
    }
}
