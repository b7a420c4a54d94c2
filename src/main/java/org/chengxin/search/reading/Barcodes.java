package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.Understanding.As;
import org.jspecify.annotations.Nullable;

/** Barcodes of goods (商品条码, GTIN-8, -12, -13, -14) whose check digit agrees. */
final class Barcodes implements Recogniser {

    private static final Pattern GTIN = Pattern.compile("(?:(?:商品)?条(?:形)?码\\s*:?\\s*)?(\\d{8}|\\d{12,14})");

    @Override
    public @Nullable Reading read(Typed typed) {
        Matcher text = GTIN.matcher(typed.start().strip());
        if (!text.matches()) {
            return null;
        }
        String digits = text.group(1);
        // eight digits are rather part of a code unless they begin as those given out in China do
        boolean plausible = digits.length() == 8 ? digits.startsWith("69") : !CodeShapes.isCreditCodeStart(digits);
        return plausible && agrees(digits) ? Reading.number(As.BARCODE, digits, digits) : null;
    }

    private static boolean agrees(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
