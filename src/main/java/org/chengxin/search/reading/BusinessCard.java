package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.Understanding.As;
import org.chengxin.shared.PersonalNumbers;
import org.jspecify.annotations.Nullable;

/** Lines of a business card or signature: the company among them is asked for, never the person. */
final class BusinessCard implements Recogniser {

    private static final Pattern COMPANY = Pattern.compile("(?<![\\p{IsHan}A-Za-z0-9(])"
            + "([\\p{IsHan}A-Za-z0-9()·&]{2,40}(?:公司|合作社|事务所|经营部|经销部|商行|旗舰店|专营店|专卖店|工厂|协会))(?![\\p{IsHan}A-Za-z0-9])");
    private static final Pattern CARD = Pattern.compile(
            "(?:手机|电话|传真|邮箱|邮编|地址|微信|Tel|Mobile|E-?mail|Fax|Add)\\s*[:.]|总经理|经理|总监|主管|工程师|董事长|销售代表|\\d{3,4}-\\d{7,8}",
            Pattern.CASE_INSENSITIVE);

    @Override
    public @Nullable Reading read(Typed typed) {
        Matcher company = COMPANY.matcher(typed.text());
        if (!company.find()) {
            return null;
        }
        String beside =
                typed.text().substring(0, company.start()) + "\n" + typed.text().substring(company.end());
        boolean card =
                CARD.matcher(beside).find() || !PersonalNumbers.in(beside).isEmpty();
        return card ? Reading.words(As.BUSINESS_CARD, company.group(1)) : null;
    }
}
