package org.chengxin.report;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.xml.xmp.XmpWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    /** Once the dictionary of the document is written: says again what stands there, as XMP (ISO 16684). */
    static void metadata(PdfWriter writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XmpWriter xmp = new SealedXmp(bytes, writer.getInfo())) {
            xmp.setReadOnly();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        writer.setXmpMetadata(bytes.toByteArray());
    }

    /** Without the 2 KB of blanks in which others could write: the document is signed. */
    private static final class SealedXmp extends XmpWriter {

        SealedXmp(OutputStream out, PdfDictionary info) throws IOException {
            super(out, info, PdfWriter.PDFA1B);
            extraSpace = 0;
        }
    }
}
