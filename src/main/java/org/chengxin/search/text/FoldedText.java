package org.chengxin.search.text;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text made comparable: NFKC, lower case, simplified characters, letters and digits only. Remembers where each
 * character came from, so that matches can be marked in the source. Any string is accepted; unpaired surrogates and
 * whatever is no letter or digit act as a break.
 */
public final class FoldedText {

    private final String source;
    private final String text;
    /** Null where each character stands at its own place in the source, as in most names. */
    private final int @Nullable [] starts;

    private final int @Nullable [] ends;
    private final boolean @Nullable [] breaks;

    private FoldedText(String source, char[] plain) {
        this.source = source;
        this.text = new String(plain);
        this.starts = null;
        this.ends = null;
        this.breaks = null;
    }

    private FoldedText(String source, Folding folding) {
        this.source = source;
        this.text = new String(folding.chars, 0, folding.length);
        // as long as the source at least: what lies behind the text is never asked for
        this.starts = folding.starts;
        this.ends = folding.ends;
        this.breaks = folding.breaks;
    }

    public static FoldedText of(String source) {
        char[] plain = plain(source);
        if (plain != null) {
            return new FoldedText(source, plain);
        }
        Folding folding = new Folding(source.length());
        for (int at = 0; at < source.length(); ) {
            int point = source.codePointAt(at);
            int next = at + Character.charCount(point);
            folding.add(point, at, next);
            at = next;
        }
        return new FoldedText(source, folding);
    }

    /** Character for character; null when anything but common Han characters and ASCII letters and digits is there. */
    private static char @Nullable [] plain(String source) {
        char[] plain = new char[source.length()];
        for (int i = 0; i < plain.length; i++) {
            char c = source.charAt(i);
            if (isCommonHan(c)) {
                plain[i] = Han.simplify(c);
            } else if (c >= 'A' && c <= 'Z') {
                plain[i] = (char) (c + ('a' - 'A'));
            } else if (Letters.is(c) || (c >= '0' && c <= '9')) {
                plain[i] = c;
            } else {
                return null;
            }
        }
        return plain;
    }

    private static boolean isCommonHan(int point) {
        return point >= 0x4E00 && point <= 0x9FA5;
    }

    /** The folded characters in one piece. */
    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    public char at(int index) {
        return text.charAt(index);
    }

    /** Whether something was left out right before the character. */
    public boolean breakBefore(int index) {
        return breaks != null && index < text.length() && breaks[index];
    }

    public String source() {
        return source;
    }

    /** Where the character starts in the source. */
    public int start(int index) {
        return starts == null ? index : starts[index];
    }

    /** Where it ends in the source, exclusive. */
    public int end(int index) {
        return ends == null ? index + 1 : ends[index];
    }

    private static final class Folding {
        private char[] chars;
        private int[] starts;
        private int[] ends;
        private boolean[] breaks;
        private int length;
        private boolean gap;

        Folding(int size) {
            int room = size + 8;
            chars = new char[room];
            starts = new int[room];
            ends = new int[room];
            breaks = new boolean[room];
        }

        void add(int point, int start, int end) {
            if (isCommonHan(point)) {
                append(Han.simplify((char) point), start, end);
                return;
            }
            if (point < 0x80 || (point >= 0x3400 && point <= 0x9FFF)) {
                keep(point, start, end);
                return;
            }
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                gap = true;
                return;
            }
            String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            plain.codePoints().forEach(each -> keep(each, start, end));
        }

        private void keep(int point, int start, int end) {
            if (!Character.isLetterOrDigit(point) && !Character.isIdeographic(point)) {
                gap = true;
                return;
            }
            if (Character.isBmpCodePoint(point)) {
                append(Han.simplify((char) Character.toLowerCase(point)), start, end);
            } else {
                append(Character.highSurrogate(point), start, end);
                append(Character.lowSurrogate(point), start, end);
            }
        }

        private void append(char c, int start, int end) {
            if (length == chars.length) {
                int room = length * 2;
                chars = Arrays.copyOf(chars, room);
                starts = Arrays.copyOf(starts, room);
                ends = Arrays.copyOf(ends, room);
                breaks = Arrays.copyOf(breaks, room);
            }
            chars[length] = c;
            starts[length] = start;
            ends[length] = end;
            breaks[length] = gap;
            gap = false;
            length++;
        }
    }
}
