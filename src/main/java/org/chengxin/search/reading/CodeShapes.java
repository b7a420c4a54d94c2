package org.chengxin.search.reading;

import java.util.regex.Pattern;

/** Tells the beginning of a USCC from other long numbers. */
final class CodeShapes {

    private static final Pattern CREDIT_CODE =
            Pattern.compile("(?:1[1239]|5[1239]|9[123])(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)\\d*");

    private CodeShapes() {}

    /** Whether digits may be the beginning of a USCC: department, kind and province agree. */
    static boolean isCreditCodeStart(String digits) {
        return CREDIT_CODE.matcher(digits).matches();
    }
}
