package org.chengxin.report;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/**
 * Where a line may end (避头尾): between Chinese characters, but no closing mark begins a line, no opening mark ends one, and
 * dates, numbers and surrogate pairs stay whole.
 */
final class LineBreaks implements SplitCharacter {

    static final LineBreaks CHINESE = new LineBreaks();

    private static final String NEVER_FIRST = "，。、；：？！）》〉」』】〕…—～·％‰℃°,.;:?!)%]}”’";
    private static final String NEVER_LAST = "：（《〈「『【〔“‘([{￥¥";

    private static final char NO_BREAK_SPACE = '\u00A0';

    private LineBreaks() {}

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char next = current + 1 < text.length && current + 1 < end ? text[current + 1] : '\0';
        return mayEndAfter(text[current], next);
    }

    private static boolean mayEndAfter(char c, char next) {
        if (c == NO_BREAK_SPACE || next == NO_BREAK_SPACE) {
            return false;
        }
        if (c <= ' ') {
            return true;
        }
        if (Character.isHighSurrogate(c) || NEVER_FIRST.indexOf(next) >= 0 || NEVER_LAST.indexOf(c) >= 0) {
            return false;
        }
        if (wide(c) || wide(next)) {
            return next != ' ';
        }
        return (c == '/' && next != '/') || (c == '-' && !Character.isDigit(next)) || c == '?' || c == '&' || c == '_';
    }

    private static boolean wide(char c) {
        return (c >= 0x2e80 && c < 0xd7a0)
                || (c >= 0xf900 && c < 0xfb00)
                || (c >= 0xff00 && c < 0xffa0)
                || Character.isSurrogate(c);
    }
}
