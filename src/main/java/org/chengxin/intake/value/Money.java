package org.chengxin.intake.value;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money in yuan.
 *
 * @param yuan plain decimal without trailing zeros
 * @param doubtful whether it is so large in a 万元 column that it was probably meant in 元
 */
public record Money(BigDecimal yuan, boolean doubtful) {

    private static final Pattern AMOUNT = Pattern.compile(
            "(?:人民币|RMB|CNY|¥|￥)?([+-]?\\d{1,15}(?:\\.\\d{1,20})?(?:E[+-]?\\d{1,2})?)(亿元|万元|万|元整|元|圆)?(?:整|正)?(?:人民币)?");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    /** 一亿元 as 万元: a fine above it is rarer than a column taken for 元 (the usual slip is 50000 for five 万元). */
    private static final BigDecimal DOUBTFUL = TEN_THOUSAND;

    /**
     * Reads an amount; a unit written in the cell holds before that of the column.
     *
     * @param unit unit of the column, {@code 元} or {@code 万元}
     * @throws BadValueException when it is no amount or below zero
     */
    public static Money of(String text, String unit) {
        String narrow = Texts.code(text).replace(",", "");
        Matcher amount = AMOUNT.matcher(narrow);
        if (!amount.matches()) {
            throw new BadValueException("money.unreadable");
        }
        BigDecimal number = new BigDecimal(amount.group(1));
        if (number.signum() < 0) {
            throw new BadValueException("money.negative");
        }
        String own = amount.group(2);
        BigDecimal yuan =
                switch (own == null ? unit : own) {
                    case "万元", "万" -> number.multiply(TEN_THOUSAND);
                    case "亿元" -> number.multiply(HUNDRED_MILLION);
                    default -> number;
                };
        boolean doubtful = own == null && unit.equals("万元") && number.compareTo(DOUBTFUL) >= 0;
        return new Money(plain(yuan), doubtful);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
