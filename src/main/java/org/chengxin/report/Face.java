package org.chengxin.report;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What is known of a typeface besides what OpenPDF knows. Safe for many threads.
 *
 * @param blanks glyphs that have a width and no outline, such as blanks
 * @param outlines outlines on the coarser grid by glyph, those that a document needed before: all documents share them
 */
record Face(BitSet blanks, AtomicReferenceArray<byte[]> outlines) {

    /** The {@linkplain Outline#rounded rounded} outline of a glyph. */
    byte[] rounded(int glyph, ByteBuffer outline) {
        byte[] known = outlines.get(glyph);
        if (known == null) {
            known = Outline.rounded(outline);
            outlines.set(glyph, known);
        }
        return known;
    }
}
