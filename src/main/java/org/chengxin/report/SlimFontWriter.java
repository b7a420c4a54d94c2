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

    /** Bytes before the first block (RFC 1950), and the bits of it that are 0 when it is stored (RFC 1951). */
    private static final int ZLIB_HEADER = 2;

    private static final int BLOCK_TYPE = 6;

    /** Bytes of the streams that are not fonts, in most cases. */
    private static final int SMALL = 1024;

    /** Half the time of level 6, for 3 KB more; most of the time that a document takes is this. */
    private static final int LEVEL = 2;

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
        return super.addToBody(object instanceof PdfStream stream ? compressed(stream) : object);
    }

    /** Streams of fonts come stored, in the form of what is compressed: they are compressed here, once they are smaller. */
    private static PdfStream compressed(PdfStream stream) throws IOException {
        int length = stream.get(PdfName.LENGTH1) instanceof PdfNumber number ? number.intValue() : 0;
        // a font's stored blocks need little more: growing to it by doubling took a quarter of all a document allocates
        ByteArrayOutputStream written = new ByteArrayOutputStream(SMALL + length + length / 16);
        stream.writeContent(written);
        byte[] content = written.toByteArray();
        if (!PdfName.FLATEDECODE.equals(stream.get(PdfName.FILTER)) || (content[ZLIB_HEADER] & BLOCK_TYPE) != 0) {
            return stream;
        }
        byte[] plain = new InflaterInputStream(new ByteArrayInputStream(content)).readAllBytes();
        boolean font = length > 0;
        PdfStream compressed =
                new PdfStream(font ? SlimFont.of(plain, Typefaces.shared().faces()) : plain);
        if (font) {
            compressed.put(PdfName.LENGTH1, new PdfNumber(compressed.getRawLength()));
        }
        try {
            compressed.flateCompress(LEVEL);
        } catch (DocumentException failure) {
            throw new IOException(failure);
        }
        return compressed;
    }
}
