package org.chengxin.shared;

import java.util.Locale;

/** A name in both languages of the portal. */
public record LocalName(String zh, String en) {

    /** The English name for an English locale, the Chinese one otherwise. */
    public String in(Locale locale) {
        return isEnglish(locale) ? en : zh;
    }

    /** Whether a reader of this locale gets the English words; all others get the Chinese ones. */
    public static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
