package org.chengxin.shared;

/** Text for the cells of tables that office programs open. */
public final class SpreadsheetText {

    /** What a formula begins with, in programs for Chinese and Japanese at full width too. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private SpreadsheetText() {}

    /**
     * A text that no office program takes for a formula: with an apostrophe before it where one might, also behind blanks
     * (OWASP, CSV injection).
     */
    public static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FORMULA.indexOf(c) >= 0) {
                return "'" + text;
            }
            if (c > ' ' && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT) {
                return text;
            }
        }
        return text;
    }
}
