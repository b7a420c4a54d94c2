package org.chengxin.report;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;

/** Text styles of a document: face, size in points and colour; few, so that pages stay quiet. */
enum Style {
    COVER_TITLE(Face.SERIF, 27, Palette.INK),
    COVER_NAME(Face.BOLD, 16, Palette.INK),
    COVER_SITE(Face.BOLD, 11, Palette.INK),
    SECTION(Face.SERIF, 15, Palette.INK),
    TYPE(Face.BOLD, 10.5f, Palette.INK),
    BODY(Face.TEXT, 9.5f, Palette.INK),
    STATE(Face.BOLD, 11, Palette.INK),
    STRONG(Face.BOLD, 9.5f, Palette.INK),
    LABEL(Face.TEXT, 8.5f, Palette.MUTED),
    CELL(Face.TEXT, 8.5f, Palette.INK),
    CELL_STRONG(Face.BOLD, 8.5f, Palette.INK),
    HEAD(Face.BOLD, 8.5f, Palette.MUTED),
    SMALL(Face.TEXT, 7.5f, Palette.MUTED),
    NUMBER(Face.BOLD, 12, Palette.INK);

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
            case BOLD -> typefaces.bold();
            case SERIF -> typefaces.serif();
        };
    }

    Font font(Typefaces typefaces) {
        return new Font(face(typefaces), size, Font.NORMAL, colour);
    }

    private enum Face {
        TEXT,
        BOLD,
        SERIF
    }
}
