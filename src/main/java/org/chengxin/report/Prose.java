package org.chengxin.report;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns text into phrases of one document. A character the faces lack is set as {@value #MARK} with a number, and the
 * document lists the numbers with their code points: never a silent blank.
 */
final class Prose {

    /** 下横线 GETA MARK, the mark Chinese typesetters use for a missing sort. */
    static final String MARK = "〓";

    private final Typefaces typefaces;
    private final Set<Integer> missing = new LinkedHashSet<>();

    Prose(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** A phrase without leading of its own; cells set theirs. */
    Phrase phrase(String text, Style style) {
        Phrase phrase = new Phrase();
        append(phrase, text, style);
        return phrase;
    }

    void append(Phrase phrase, String text, Style style) {
        Font font = style.font(typefaces);
        BaseFont face = style.face(typefaces);
        StringBuilder run = new StringBuilder(text.length());
        text.codePoints().filter(Prose::shown).forEach(c -> {
            if (c == '\n' || c == ' ' || face.charExists(c)) {
                run.appendCodePoint(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                run.append(' ');
            } else {
                flush(phrase, run.append(MARK), font);
                Font raised = new Font(typefaces.text(), style.size() * 0.6f, Font.NORMAL, font.getColor());
                phrase.add(chunk(Integer.toString(numberOf(c)), raised).setTextRise(style.size() * 0.4f));
            }
        });
        flush(phrase, run, font);
    }

    /** Width in points of a text set on one line. */
    float width(String text, Style style) {
        return style.face(typefaces).getWidthPoint(text, style.size());
    }

    /** Code points that were marked so far, in the order of their numbers. */
    List<Integer> missing() {
        return new ArrayList<>(missing);
    }

    Typefaces typefaces() {
        return typefaces;
    }

    private int numberOf(int codePoint) {
        missing.add(codePoint);
        return new ArrayList<>(missing).indexOf(codePoint) + 1;
    }

    private static void flush(Phrase phrase, StringBuilder run, Font font) {
        if (!run.isEmpty()) {
            phrase.add(chunk(run.toString(), font));
            run.setLength(0);
        }
    }

    private static Chunk chunk(String text, Font font) {
        Chunk chunk = new Chunk(text, font);
        chunk.setSplitCharacter(LineBreaks.CHINESE);
        return chunk;
    }

    /** Joiners, variation selectors and controls have no glyph by nature: nothing is lost without them. */
    private static boolean shown(int c) {
        boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        return c == '\n' || (!selector && Character.getType(c) != Character.FORMAT && !Character.isISOControl(c));
    }
}
