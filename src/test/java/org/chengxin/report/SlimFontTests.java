package org.chengxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.GlyphDescription;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;

/** The fonts of a document against those they were made from, as FontBox reads both. */
class SlimFontTests {

    /** Units of 1/1000 em that a point may move by. */
    private static final int MOVED = 2;

    @Test
    void outlinesAreThoseOfTheFaceOnACoarserGrid() throws Exception {
        byte[] pdf = ReportWorld.write(ReportWorld.archive(ReportWorld.penalty()), ReportWorld.CHINESE);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDFont> cover = PdfReading.fonts(pdf, document).subList(0, 2);
            for (PDFont font : cover) {
                TrueTypeFont slim = ((PDCIDFontType2) ((PDType0Font) font).getDescendantFont()).getTrueTypeFont();
                try (InputStream in = getClass()
                                .getResourceAsStream("/fonts/" + font.getName().replaceFirst(".*\\+", "") + ".ttf");
                        TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                    assertThat(compared(slim, face)).as(font.getName()).isGreaterThan(50);
                }
            }
        }
    }

    private static int compared(TrueTypeFont slim, TrueTypeFont face) throws Exception {
        int present = 0;
        assertThat(slim.getNumberOfGlyphs()).isEqualTo(face.getNumberOfGlyphs());
        for (int glyph = 1; glyph < slim.getNumberOfGlyphs(); glyph++) {
            GlyphData data = slim.getGlyph().getGlyph(glyph);
            if (data == null || data.getBoundingBox().getWidth() == 0) {
                continue;
            }
            present++;
            GlyphData original = face.getGlyph().getGlyph(glyph);
            samePoints(data.getDescription(), original.getDescription());
            assertThat(slim.getAdvanceWidth(glyph)).isEqualTo(face.getAdvanceWidth(glyph));
            assertThat(slim.getHorizontalMetrics().getLeftSideBearing(glyph) - data.getXMinimum())
                    .as("how far a viewer moves it")
                    .isEqualTo(face.getHorizontalMetrics().getLeftSideBearing(glyph) - original.getXMinimum());
        }
        return present;
    }

    private static void samePoints(GlyphDescription slim, GlyphDescription face) {
        assertThat(slim.getPointCount()).isEqualTo(face.getPointCount());
        assertThat(slim.getContourCount()).isEqualTo(face.getContourCount());
        for (int i = 0; i < slim.getPointCount(); i++) {
            assertThat(Math.abs(slim.getXCoordinate(i) - face.getXCoordinate(i)))
                    .isLessThanOrEqualTo(MOVED);
            assertThat(Math.abs(slim.getYCoordinate(i) - face.getYCoordinate(i)))
                    .isLessThanOrEqualTo(MOVED);
            assertThat(slim.getFlags(i) & 1).isEqualTo(face.getFlags(i) & 1);
        }
    }
}
