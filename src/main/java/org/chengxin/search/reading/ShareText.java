package org.chengxin.search.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.Understanding.As;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.SiteTerms;
import org.jspecify.annotations.Nullable;

/** Links, domains, and the texts shopping apps share: the address, and the shop they name. */
final class ShareText implements Recogniser {

    private static final Pattern APP = Pattern.compile(
            "复制(?:这|本|此|整|打开|后|链接|口令|并)|点击链接|打开(?:手机|淘宝|京东|拼多多|抖音|快手|小红书|天猫|闲鱼|app|APP)|[¥€$₴][0-9A-Za-z]{8,14}[¥€$₴]");
    private static final Pattern SHOP =
            Pattern.compile("(?:来自|进入|关注)\\s*[【「\\[《\"]?\\s*([^\\s【】「」\\[\\]《》\",;:]{2,30}?店)");
    private static final Pattern BRACKETS = Pattern.compile("[【「《]\\s*([^【】「」《》]{2,60}?)\\s*[】」》]");
    private static final Pattern PLATFORM = Pattern.compile(
            "(?:手机)?(?:淘宝(?:网|特价版)?|天猫(?:超市)?|京东|拼多多|抖音(?:商城)?|快手(?:小店)?|小红书|闲鱼|唯品会|得物|微信|微店)|包邮|.*(?:分享|优惠券|立减).*");

    @Override
    public @Nullable Reading read(Typed typed) {
        String text = typed.text();
        // 600151.SH looks like a domain
        String site = CodeTerms.exchangeCode(text) == null ? SiteTerms.find(text) : null;
        boolean shared = APP.matcher(text).find();
        if (site == null && !shared) {
            return null;
        }
        String words = words(text);
        boolean bare = words.isEmpty() && !shared;
        return new Reading(bare ? As.SITE : As.SHARE, words, null, site, null);
    }

    /** The shop when it is named, else the first bracketed words. */
    private static String words(String text) {
        Matcher shop = SHOP.matcher(text);
        if (shop.find()) {
            return Chatter.without(shop.group(1));
        }
        String first = "";
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            String words = brackets.group(1);
            if (!PLATFORM.matcher(words).matches()
                    && FoldedText.of(words).length() >= 2
                    && SiteTerms.find(words) == null) {
                if (words.endsWith("店")) {
                    return Chatter.without(words);
                }
                first = first.isEmpty() ? words : first;
            }
        }
        return Chatter.without(first);
    }
}
