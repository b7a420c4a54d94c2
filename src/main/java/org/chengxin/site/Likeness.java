package org.chengxin.site;

import org.chengxin.shared.Codes;

/** In what a foreign address is like a bound one, the plainest first. */
public enum Likeness {
    /** The bound address stands in it before the name that was really registered. */
    INSIDE,
    /** It is written with other characters that look the same. */
    HOMOGLYPH,
    /** The same name under another ending. */
    ENDING,
    /** The same name with a word before or after it. */
    ADDED,
    /** It sounds the same: pinyin for characters, characters for pinyin, or other ones. */
    PINYIN,
    /** One letter is missing, too much, another, or in another place. */
    SPELLING;

    /** Public code, e.g. {@code homoglyph}. */
    public String code() {
        return Codes.of(this);
    }
}
