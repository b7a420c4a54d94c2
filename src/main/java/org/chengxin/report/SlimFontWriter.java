package org.chengxin.report;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.PdfDocument;
import com.lowagie.text.pdf.PdfIndirectObject;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfStream;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.InflaterInputStream;

/** A PDF writer that embeds {@linkplain SlimFont slim fonts}: fonts are most of a small document. */
final class SlimFontWriter extends PdfWriter {

    private SlimFontWriter(PdfDocument pdf, OutputStream out) {
        super(pdf, out);
    }

    /** The writer of a document, as {@link PdfWriter#getInstance(Document, OutputStream)} gives it. */
    static PdfWriter open(Document document, OutputStream out) {
        PdfDocument pdf = new PdfDocument();
        document.addDocListener(pdf);
        SlimFontWriter writer = new SlimFontWriter(pdf, out);
        pdf.addWriter(writer);
        return writer;
    }

    @Override
    public PdfIndirectObject addToBody(PdfObject object) throws IOException {
        boolean fontFile = object instanceof PdfStream stream && stream.get(PdfName.LENGTH1) != null;
        return super.addToBody(fontFile ? slim((PdfStream) object) : object);
    }

    private static PdfStream slim(PdfStream fontFile) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        fontFile.writeContent(stored);
        byte[] font =
                SlimFont.of(new InflaterInputStream(new ByteArrayInputStream(stored.toByteArray())).readAllBytes());
        PdfStream slim = new PdfStream(font);
        slim.put(PdfName.LENGTH1, new PdfNumber(font.length));
        try {
            slim.flateCompress(PdfStream.DEFAULT_COMPRESSION);
        } catch (DocumentException failure) {
            throw new IOException(failure);
        }
        return slim;
    }
}
