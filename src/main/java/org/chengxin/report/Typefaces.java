package org.chengxin.report;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The typefaces of documents, read once and shared by all of them; each document embeds only the glyphs it uses.
 *
 * @param text running text
 * @param bold headings and labels
 * @param serif titles and the mark
 */
record Typefaces(BaseFont text, BaseFont bold, BaseFont serif) {

    /** Reads the faces that the frontend build put under {@code fonts/}. */
    static Typefaces load() {
        return new Typefaces(read("NotoSansSC-Regular.ttf"), read("NotoSansSC-Bold.ttf"), read("NotoSerifSC-Bold.ttf"));
    }

    private static BaseFont read(String file) {
        try (InputStream in = Typefaces.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the font fonts/" + file + " is not on the class path: build the frontend");
            }
            BaseFont font = BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
            font.setSubset(true);
            return font;
        } catch (IOException failure) {
            throw new UncheckedIOException("the font fonts/" + file + " cannot be read", failure);
        } catch (DocumentException failure) {
            throw new IllegalStateException("the font fonts/" + file + " cannot be used", failure);
        }
    }
}
