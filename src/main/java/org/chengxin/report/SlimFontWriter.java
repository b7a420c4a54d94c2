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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/**
 * A PDF writer that clears the horizontal metrics of glyphs an embedded subset does not contain. OpenPDF copies those of all
 * 30,000 glyphs of a Chinese face, 31 KB after compression, into every document: half of a small report's size and time.
 */
final class SlimFontWriter extends PdfWriter {

    private static final int HEAD = tag("head");
    private static final int HORIZONTAL_HEADER = tag("hhea");
    private static final int HORIZONTAL_METRICS = tag("hmtx");
    private static final int LOCATIONS = tag("loca");

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
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        fontFile.writeContent(deflated);
        ByteBuffer font = ByteBuffer.wrap(
                new InflaterInputStream(new ByteArrayInputStream(deflated.toByteArray())).readAllBytes());
        clearMetrics(font);
        PdfStream slim = new PdfStream(font.array());
        slim.put(PdfName.LENGTH1, new PdfNumber(font.capacity()));
        try {
            slim.flateCompress(PdfStream.DEFAULT_COMPRESSION);
        } catch (DocumentException failure) {
            throw new IOException(failure);
        }
        return slim;
    }

    /** The tables are those of the OpenType specification; a glyph is absent when its location is that of the next. */
    private static void clearMetrics(ByteBuffer font) {
        int head = table(font, HEAD);
        int metrics = table(font, HORIZONTAL_METRICS);
        int locations = table(font, LOCATIONS);
        boolean longLocations = font.getShort(head + 50) != 0;
        int advances = Short.toUnsignedInt(font.getShort(table(font, HORIZONTAL_HEADER) + 34));
        int glyphs = length(font, LOCATIONS) / (longLocations ? 4 : 2) - 1;
        for (int glyph = 0; glyph < glyphs; glyph++) {
            int location = locations + glyph * (longLocations ? 4 : 2);
            boolean absent = longLocations
                    ? font.getInt(location) == font.getInt(location + 4)
                    : font.getShort(location) == font.getShort(location + 2);
            if (absent && glyph < advances) {
                // the last advance stands for all glyphs after it
                if (glyph < advances - 1) {
                    font.putShort(metrics + 4 * glyph, (short) 0);
                }
                font.putShort(metrics + 4 * glyph + 2, (short) 0);
            } else if (absent) {
                font.putShort(metrics + 4 * advances + 2 * (glyph - advances), (short) 0);
            }
        }
    }

    private static int table(ByteBuffer font, int tag) {
        return font.getInt(entry(font, tag) + 8);
    }

    private static int length(ByteBuffer font, int tag) {
        return font.getInt(entry(font, tag) + 12);
    }

    private static int entry(ByteBuffer font, int tag) {
        int tables = font.getShort(4);
        for (int i = 0; i < tables; i++) {
            if (font.getInt(12 + 16 * i) == tag) {
                return 12 + 16 * i;
            }
        }
        throw new IllegalStateException("an embedded font lacks a required table");
    }

    private static int tag(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
