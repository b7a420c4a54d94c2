package org.chengxin.report;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The two typefaces of documents, read once and shared by all of them; each document embeds only the glyphs it uses.
 *
 * @param text running text
 * @param serif headings, names and the mark
 * @param faces what else is known of them, see {@link SlimFont#face}
 */
record Typefaces(BaseFont text, BaseFont serif, Map<Integer, Face> faces) {

    /** The faces, read when the first document needs them and kept from then on. */
    static Typefaces shared() {
        return Shared.FACES;
    }

    private static final class Shared {
        static final Typefaces FACES = load();
    }

    /** Reads the faces that the frontend build put under {@code fonts/}. */
    private static Typefaces load() {
        byte[] text = read("NotoSansSC-Regular.ttf");
        byte[] serif = read("NotoSerifSC-Bold.ttf");
        return new Typefaces(
                font("NotoSansSC-Regular.ttf", text),
                font("NotoSerifSC-Bold.ttf", serif),
                Map.ofEntries(SlimFont.face(text), SlimFont.face(serif)));
    }

    private static byte[] read(String file) {
        try (InputStream in = Typefaces.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the font fonts/" + file + " is not on the class path: build the frontend");
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("the font fonts/" + file + " cannot be read", failure);
        }
    }

    private static BaseFont font(String file, byte[] content) {
        try {
            BaseFont font = BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, content, null);
            font.setSubset(true);
            // SlimFontWriter compresses, once it has made it smaller
            font.setCompressionLevel(PdfStream.NO_COMPRESSION);
            return font;
        } catch (IOException failure) {
            throw new UncheckedIOException("the font fonts/" + file + " cannot be read", failure);
        } catch (DocumentException failure) {
            throw new IllegalStateException("the font fonts/" + file + " cannot be used", failure);
        }
    }
}
