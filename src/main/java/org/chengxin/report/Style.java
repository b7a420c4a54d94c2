package org.chengxin.report;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;

/** Text styles of a document: face, size in points and colour; few, so that pages stay quiet and files small. */
enum Style {
    COVER_TITLE(Face.SERIF, 27, Palette.INK),
    PAGE_TITLE(Face.SERIF, 20, Palette.INK),
    COVER_NAME(Face.SERIF, 16, Palette.INK),
    COVER_FACT(Face.TEXT, 11.5f, Palette.INK),
    COVER_SITE(Face.TEXT, 11, Palette.INK),
    SECTION(Face.SERIF, 15, Palette.INK),
    TYPE(Face.SERIF, 11, Palette.INK),
    BODY(Face.TEXT, 9.5f, Palette.INK),
    STATE(Face.SERIF, 11, Palette.INK),
    LABEL(Face.TEXT, 8.5f, Palette.MUTED),
    CELL(Face.TEXT, 8.5f, Palette.INK),
    WARNING(Face.TEXT, 8.5f, Palette.VERMILION),
    SMALL(Face.TEXT, 7.5f, Palette.MUTED);

    /** Leading of running text and cells, in multiples of the size: Chinese needs air. */
    static final float LEADING = 1.5f;

    private final Face face;
    private final float size;
    private final Color colour;

    Style(Face face, float size, Color colour) {
        this.face = face;
        this.size = size;
        this.colour = colour;
    }

    float size() {
        return size;
    }

    float leading() {
        return size * LEADING;
    }

    BaseFont face(Typefaces typefaces) {
        return switch (face) {
            case TEXT -> typefaces.text();
            case SERIF -> typefaces.serif();
        };
    }

    Font font(Typefaces typefaces) {
        return new Font(face(typefaces), size, Font.NORMAL, colour);
    }

    private enum Face {
        TEXT,
        SERIF
    }
}
