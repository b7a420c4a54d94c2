package org.chengxin.shared;

import java.text.Normalizer;

/**
 * A text with its digits, letters and signs in their plain form, each place known in the original: full-width, circled and
 * other scripts' digits, Chinese numerals said digit by digit (一三八…), and without characters that nobody sees.
 */
final class PlainDigits {

    /** Spoken digits count as such in runs that no amount or date has. */
    private static final int SPOKEN_RUN = 11;

    private static final String SPOKEN = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺";
    private static final String SAID = "0123456789012345678901";

    private final StringBuilder text = new StringBuilder();
    private final int[] places;
    private final int length;

    private PlainDigits(String original) {
        length = original.length();
        places = new int[length + 1];
        int at = 0;
        while (at < length) {
            int point = original.codePointAt(at);
            String plain = plain(point);
            for (int i = 0; i < plain.length(); i++) {
                places[text.length()] = at;
                text.append(plain.charAt(i));
            }
            at += Character.charCount(point);
        }
        sayDigits();
    }

    static PlainDigits of(String original) {
        return new PlainDigits(original);
    }

    String text() {
        return text.toString();
    }

    /** Place in the original of a character of the text. */
    int start(int at) {
        return places[at];
    }

    /** Place in the original where what ends before a character of the text ends. */
    int end(int at) {
        return at == text.length() ? length : places[at];
    }

    /** One or no character for each, so that places stay true. */
    private static String plain(int point) {
        if (point < 0x80) {
            return String.valueOf((char) point);
        }
        int digit = Character.digit(point, 10);
        if (digit >= 0) {
            return String.valueOf((char) ('0' + digit));
        }
        switch (Character.getType(point)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                return "";
            }
            default -> {
                String written = Character.toString(point);
                String folded = Normalizer.normalize(written, Normalizer.Form.NFKC);
                return folded.length() == 1 ? folded : written.length() == 1 ? written : "?";
            }
        }
    }

    private void sayDigits() {
        int run = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean spoken = i < text.length() && SPOKEN.indexOf(text.charAt(i)) >= 0;
            if (spoken) {
                run++;
                continue;
            }
            if (run >= SPOKEN_RUN) {
                for (int j = i - run; j < i; j++) {
                    text.setCharAt(j, SAID.charAt(SPOKEN.indexOf(text.charAt(j))));
                }
            }
            run = 0;
        }
    }
}
