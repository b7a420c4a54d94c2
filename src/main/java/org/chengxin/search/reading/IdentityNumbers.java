package org.chengxin.search.reading;

import org.chengxin.search.Understanding.As;
import org.chengxin.search.text.FoldedText;
import org.chengxin.shared.IdentityNumber;
import org.jspecify.annotations.Nullable;

/** Citizen identity numbers (公民身份号码) of 18 or 15 characters anywhere, with blanks or a slip: never searched. */
final class IdentityNumbers implements Recogniser {

    private static final int[] LENGTHS = {18, 15};

    @Override
    public @Nullable Reading read(Typed typed) {
        return anyIn(FoldedText.of(typed.text()).text()) ? Reading.nothing(As.IDENTITY_NUMBER) : null;
    }

    /** @param folded letters and digits only, lower case */
    private static boolean anyIn(String folded) {
        for (int at = 0; at < folded.length(); at++) {
            if (!isDigit(folded, at) || isDigit(folded, at - 1)) {
                continue;
            }
            for (int length : LENGTHS) {
                int end = at + length;
                // 15 digits are many things: letters beside them make them one of those
                boolean free =
                        !isDigit(folded, end) && (length == 18 || (!isLatin(folded, at - 1) && !isLatin(folded, end)));
                if (end <= folded.length() && free && IdentityNumber.isOne(folded.substring(at, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }
}
