package org.chengxin.report;

import java.awt.Color;

/** Colours of documents: ink on paper, one accent. */
final class Palette {

    /** Seal ink; for the mark and one rule, never for danger. */
    static final Color VERMILION = new Color(0xB3271E);

    static final Color INK = new Color(0x1B1F24);
    static final Color MUTED = new Color(0x5A5F66);
    static final Color LINE = new Color(0xDDD8CF);
    static final Color QUIET = new Color(0xF6F4F0);

    private Palette() {}
}
