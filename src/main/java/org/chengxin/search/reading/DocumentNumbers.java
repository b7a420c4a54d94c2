package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.Understanding.As;
import org.jspecify.annotations.Nullable;

/**
 * Document numbers (文号) in any bracket, with one of the two or none: 黄市监罚〔2026〕15号, [2026], (2026), 【2026】, 2026-15号.
 */
final class DocumentNumbers implements Recogniser {

    private static final String OPEN = "[〔\\[(【﹝<《〈{「『〖]";
    private static final String CLOSE = "[〕\\])】﹞>》〉}」』〗]";
    private static final String YEAR = "\\s*((?:19|20)\\d{2})\\s*";
    /** Possessive: nothing behind a run of characters is one, and thousands of them are tried from each. */
    private static final Pattern OF_AUTHORITY =
            Pattern.compile("([\\p{IsHan}]{2,20}+(?:\\([\\p{IsHan}]{1,6}+\\)[\\p{IsHan}]{0,8}+)?)\\s*(" + OPEN + ")?"
                    + YEAR + "年?\\s*(" + CLOSE
                    + ")?\\s*[-—]?\\s*第?\\s*([0-9]{1,8}(?:\\s*[-—]\\s*[0-9]{1,6})?)\\s*(号(?![\\p{IsHan}]?[楼院]))?");
    /** Of courts the year comes first: （2026）鄂0204民初1611号. */
    private static final Pattern OF_COURT = Pattern.compile(
            OPEN + YEAR + CLOSE + "\\s*([\\p{IsHan}]\\d{0,6}[\\p{IsHan}]{1,6})\\s*(\\d{1,7}(?:-\\d{1,4})?)\\s*号");

    @Override
    public @Nullable Reading read(Typed typed) {
        Matcher court = OF_COURT.matcher(typed.text());
        if (court.find()) {
            return number("(" + court.group(1) + ")" + court.group(2) + court.group(3) + "号");
        }
        Matcher number = OF_AUTHORITY.matcher(typed.text());
        while (number.find()) {
            boolean bracket = number.group(2) != null || number.group(4) != null;
            // a name may end in digits too: 港饼2026
            if (bracket || number.group(6) != null) {
                String authority = Chatter.withoutLead(number.group(1));
                String serial = number.group(5).replaceAll("\\s", "").replace('—', '-');
                return number(authority + "〔" + number.group(3) + "〕" + serial + "号");
            }
        }
        return null;
    }

    private static Reading number(String number) {
        return Reading.number(As.DOCUMENT, number, null);
    }
}
