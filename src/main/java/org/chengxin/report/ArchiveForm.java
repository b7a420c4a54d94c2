package org.chengxin.report;

import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What makes a document one for archives: PDF/A-1b (ISO 19005-1). No structure tree, so never level A. */
final class ArchiveForm {

    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    private ArchiveForm() {}

    /** Before the document is opened. */
    static void prepare(PdfWriter writer) {
        writer.setPDFXConformance(PdfWriter.PDFA1B);
    }

    /** Once it is open: says what its colours are. */
    static void colours(PdfWriter writer) {
        try {
            writer.setOutputIntents("Custom", "", "http://www.color.org", "sRGB IEC61966-2.1", SRGB);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
