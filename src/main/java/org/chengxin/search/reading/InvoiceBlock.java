package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.Understanding.As;
import org.chengxin.search.text.CodeTerms;
import org.jspecify.annotations.Nullable;

/**
 * Invoice details (开票信息) on one line or many: name and tax number are searched; address, phone, bank and account are
 * left out. Where buyer and seller both stand there, the seller is asked for.
 */
final class InvoiceBlock implements Recogniser {

    private static final String NEXT = "(?=[\\s,;、|]|(?:纳税人|统一社会|信用代码|识别号|税号|单位地址|注册地址|地址|电话|开户|账号|名称)|$)";
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:名\\s*称|抬头|购买方|销售方|购方|销方|收款单位|开票单位)\\s*[:：]|(?:名称|抬头)[ \\t]+)\\s*(?!名称|抬头)([^\\s:,;、|]{2,60}?)"
                    + NEXT);
    private static final Pattern CODE =
            Pattern.compile("(?:税号|识别号|信用代码)(?:/统一社会信用代码)?\\s*[:：]?\\s*([0-9A-Za-z]{15,20})");
    private static final Pattern SELLER = Pattern.compile("销售方|销方");
    private static final Pattern BUYER = Pattern.compile("购买方|购方");

    @Override
    public @Nullable Reading read(Typed typed) {
        String text = seller(typed.text());
        Matcher code = CODE.matcher(text);
        Matcher name = NAME.matcher(text);
        boolean coded = code.find();
        boolean named = name.find();
        if (!coded && !named) {
            return null;
        }
        return new Reading(
                As.INVOICE, named ? name.group(1) : "", coded ? CodeTerms.fold(code.group(1)) : null, null, null);
    }

    private static String seller(String text) {
        Matcher seller = SELLER.matcher(text);
        if (!seller.find()) {
            return text;
        }
        Matcher buyer = BUYER.matcher(text);
        boolean buyerAfter = buyer.find(seller.end());
        return text.substring(seller.start(), buyerAfter ? buyer.start() : text.length());
    }
}
