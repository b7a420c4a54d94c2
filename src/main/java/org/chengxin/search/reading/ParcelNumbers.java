package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.Understanding.As;
import org.jspecify.annotations.Nullable;

/**
 * Tracking numbers of parcels (快递单号). Bare digits may be part of a code too: those are looked up as one, and are a
 * parcel only when nobody has such a code.
 */
final class ParcelNumbers implements Recogniser {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?:快递|运单|物流|包裹)(?:单)?号?码?\\s*:?\\s*|(?:顺丰|圆通|中通|申通|韵达|京东|极兔|邮政|德邦)(?:快递|速运|速递|物流)?\\s*:?\\s*)?"
                    + "((?:SF|YT|JT|JD[A-Z]{0,2}|ZTO|STO|YD|DPK|KY|UC|ZJS)\\d{9,15}(?:-\\d{1,3}-\\d{1,3}-?)?|[A-Z]{2}\\d{9}CN|\\d{12,15})"
                    + "\\s*(?:(?:的)?(?:快递|物流|包裹)?(?:到哪|在哪|查|怎么|什么时候|是哪)[\\p{IsHan}?!。, ]{0,12})?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public @Nullable Reading read(Typed typed) {
        Matcher text = NUMBER.matcher(typed.start().strip());
        if (!text.matches()) {
            return null;
        }
        String number = text.group(1);
        boolean bare = Character.isDigit(number.charAt(0));
        if (bare && CodeShapes.isCreditCodeStart(number)) {
            return null;
        }
        return Reading.number(As.PARCEL, number, bare ? number : null);
    }
}
