package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.Understanding.As;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Han;
import org.chengxin.shared.PersonalNumbers;
import org.chengxin.shared.PersonalNumbers.Found;
import org.chengxin.shared.PersonalNumbers.Kind;
import org.jspecify.annotations.Nullable;

/** Phones, bank cards and vehicle plates: not searched; the words beside them are, when they may name a subject. */
final class NumbersOfPersons implements Recogniser {

    private static final Pattern LANDLINE =
            Pattern.compile("(?<![0-9A-Za-z-])(?:0\\d{2,3}-\\d{7,8}|400-?\\d{3}-?\\d{4})(?![0-9A-Za-z-])");
    private static final Pattern ABOUT =
            Pattern.compile("(?:这个|这)?(?:手机号码?|手机|联系电话|电话号码|电话|银行卡号?|卡号|账号|车牌号?|车牌|号码|车主|车)");
    private static final Pattern QUESTION = Pattern.compile("(?:是谁的?|是哪里的?|谁的|的主人|是不是骗子|骗子|查一?下|查询|查|归属地|[的是?。!,:;、])");

    @Override
    public @Nullable Reading read(Typed typed) {
        for (Found found : PersonalNumbers.in(typed.text())) {
            As as = as(found.kind());
            String number = typed.text().substring(found.start(), found.end());
            boolean code = found.kind() == Kind.BANK_CARD && CodeShapes.isCreditCodeStart(number);
            if (as != null && !code) {
                return reading(as, typed.text());
            }
        }
        return LANDLINE.matcher(typed.text()).find() ? reading(As.PHONE, typed.text()) : null;
    }

    private static @Nullable As as(Kind kind) {
        return switch (kind) {
            case IDENTITY, TRAVEL_DOCUMENT -> As.IDENTITY_NUMBER;
            case BANK_CARD -> As.BANK_CARD;
            case MOBILE, LANDLINE -> As.PHONE;
            case PLATE -> As.PLATE;
            // the host of an address may be a company's
            case EMAIL -> null;
        };
    }

    private static Reading reading(As as, String text) {
        StringBuilder rest = new StringBuilder(text);
        PersonalNumbers.in(text).forEach(found -> {
            for (int i = found.start(); i < found.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        });
        Matcher landline = LANDLINE.matcher(rest);
        String plain = ABOUT.matcher(landline.replaceAll(" ")).replaceAll(" ");
        String words = Chatter.without(QUESTION.matcher(plain).replaceAll(" ").strip());
        FoldedText folded = FoldedText.of(words);
        long han = folded.text().chars().filter(c -> Han.isRead((char) c)).count();
        // fewer than two characters name nobody
        return as != As.IDENTITY_NUMBER && han >= 2 && as != As.PLATE ? Reading.words(as, words) : Reading.nothing(as);
    }
}
