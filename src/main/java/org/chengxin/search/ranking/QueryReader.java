package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.chengxin.search.Understanding.As;
import org.chengxin.search.ranking.ReadQuery.Role;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.Divisions;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Han;
import org.chengxin.search.text.Letters;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameParts.Place;
import org.chengxin.search.text.SiteTerms;
import org.jspecify.annotations.Nullable;

/** Finds out what was typed or pasted: a name, pinyin, a code, a link, an invoice block. Takes any string. */
public final class QueryReader {

    /** Identity numbers are looked for this far into a pasted text. */
    private static final int MAX_SCANNED = 10_000;
    /** Longest code: 18 characters, with some room for what was typed around it. */
    private static final int MAX_CODE = 20;
    /** Longest full name of a person, such as 阿卜杜热合曼·买买提吐尔逊 or one in Latin letters. */
    private static final int MAX_PERSON = 24;

    private static final Pattern INVOICE_NAME =
            Pattern.compile("(?:单位|企业|公司|开票|发票)?(?:名称|抬头)\\s*[:：]\\s*([^\\s:：,，;；]+)");
    private static final Pattern INVOICE_CODE = Pattern.compile("(?:税号|识别号|信用代码)\\s*[:：]?\\s*([0-9A-Za-z]{15,20})");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile(
            "[\\u4e00-\\u9fff]{2,}\\s*[〔\\[（(【﹝]\\s*(?:19|20)\\d{2}\\s*[〕\\])）】﹞]\\s*第?\\s*[0-9\\-]+\\s*号?");
    private static final Pattern CHATTER = Pattern.compile("(?:是?(?:正规|合法|真实|骗子|皮包|传销|安全|可信)(?:公司|企业|平台|店铺)?(?:吗|么|不|嘛)"
            + "|(?:靠谱|可靠)(?:吗|么|不|嘛)?"
            + "|(?:这家店|这家公司)?(?:怎么样|怎样|咋样|好不好|是不是骗子|是骗子|骗人吗|是真的吗|是真的假的)"
            + "|(?:的)?(?:官方旗舰店|官方网站|官网|旗舰店|专卖店|专营店|网店|淘宝店|京东店)"
            + "|(?:的)?(?:联系电话|客服电话|电话号码|电话|地址|招聘|怎么投诉))+[吗呢啊么?？!！。\\s]*$");
    private static final Pattern LEADING = Pattern.compile("^(?:请问|帮我查一?下|查一下|查询|查查|搜索|我想查|想问一?下)\\s*[:：,，]?");
    private static final Pattern MOBILE_CODE = Pattern.compile("^MA[0-9A-HJ-NP-RTUWXY]{4,7}$");

    /** The usual forms in pinyin, longest first: common to nearly all names, they would only cost. */
    private static final List<String> SPELLED_FORMS = List.of(
            "gufenyouxiangongsi", "youxianzerengongsi", "zhuanyehezuoshe", "youxiangongsi", "hezuoshe", "gongsi");

    private QueryReader() {}

    public static ReadQuery read(String raw) {
        String scanned = raw.length() > MAX_SCANNED ? raw.substring(0, MAX_SCANNED) : raw;
        if (scanned.isBlank()) {
            return nothing(As.NOTHING);
        }
        if (IdentityNumbers.anyIn(FoldedText.of(scanned).text())) {
            return nothing(As.IDENTITY_NUMBER);
        }
        ReadQuery invoice = invoice(scanned);
        if (invoice != null) {
            return invoice;
        }
        String text = scanned.length() > SubjectQuery.MAX_TEXT ? scanned.substring(0, SubjectQuery.MAX_TEXT) : scanned;
        // 600151.SH looks like a domain
        String site = CodeTerms.exchangeCode(text) == null ? SiteTerms.find(text) : null;
        if (site != null) {
            return new ReadQuery(
                    new Understanding(As.SITE, site, null), FoldedText.of(""), List.of(), List.of(), null, site, false);
        }
        if (DOCUMENT_NUMBER.matcher(text).find()) {
            return new ReadQuery(
                    new Understanding(As.DOCUMENT, text.strip(), null),
                    FoldedText.of(""),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    false);
        }
        String code = code(text);
        return named(text, code, code == null ? null : As.CODE);
    }

    /** Reads a full-text query for records: cleaned, never an identity number. */
    public static Understanding readText(String raw) {
        String scanned = raw.length() > MAX_SCANNED ? raw.substring(0, MAX_SCANNED) : raw;
        if (scanned.isBlank()) {
            return nothing(As.NOTHING).understanding();
        }
        if (IdentityNumbers.anyIn(FoldedText.of(scanned).text())) {
            return nothing(As.IDENTITY_NUMBER).understanding();
        }
        String text = scanned.length() > SubjectQuery.MAX_TEXT ? scanned.substring(0, SubjectQuery.MAX_TEXT) : scanned;
        if (FoldedText.of(text).length() == 0) {
            return nothing(As.MEANINGLESS).understanding();
        }
        As as = DOCUMENT_NUMBER.matcher(text).find() ? As.DOCUMENT : As.NAME;
        return new Understanding(as, text.strip(), null);
    }

    private static ReadQuery nothing(As as) {
        return new ReadQuery(
                new Understanding(as, "", null), FoldedText.of(""), List.of(), List.of(), null, null, false);
    }

    private static @Nullable ReadQuery invoice(String text) {
        Matcher code = INVOICE_CODE.matcher(text);
        if (!code.find()) {
            return null;
        }
        Matcher name = INVOICE_NAME.matcher(text);
        return named(name.find() ? name.group(1) : "", CodeTerms.fold(code.group(1)), As.CODE);
    }

    private static @Nullable String code(String text) {
        String exchangeCode = CodeTerms.exchangeCode(text);
        String folded = exchangeCode == null ? CodeTerms.fold(text) : exchangeCode;
        int digits = 0;
        // counted before folding: the o and i of pinyin are no digits
        for (char c : FoldedText.of(text).text().toCharArray()) {
            if (c >= 128) {
                return null;
            }
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        boolean plausible = digits * 2 >= folded.length()
                || MOBILE_CODE.matcher(folded).matches() && digits > 0
                || folded.length() >= 16 && digits >= 6;
        return plausible && folded.length() >= CodeTerms.RUN && folded.length() <= MAX_CODE ? folded : null;
    }

    private static ReadQuery named(String raw, @Nullable String code, @Nullable As known) {
        String cleaned = clean(raw);
        FoldedText text = FoldedText.of(cleaned);
        if (text.length() == 0 && code == null) {
            return nothing(As.MEANINGLESS);
        }
        Role[] roles = new Role[text.length()];
        List<Place> places = new ArrayList<>();
        boolean formOnly = text.length() > 0 && assign(text, roles, places);
        if (formOnly && code == null) {
            return nothing(As.MEANINGLESS);
        }
        As as = known != null ? known : letters(text) ? As.PINYIN : As.NAME;
        String region = region(text, places);
        return new ReadQuery(
                new Understanding(as, code != null ? code : spaced(text), region),
                text,
                List.of(roles),
                List.copyOf(places),
                code,
                null,
                person(text));
    }

    private static String clean(String raw) {
        String text = LEADING.matcher(raw.strip()).replaceFirst("");
        Matcher chatter = CHATTER.matcher(text);
        // a name is at least two characters; a query that is all chatter is searched as it is
        return chatter.find() && chatter.start() >= 2 ? text.substring(0, chatter.start()) : text;
    }

    /** Fills in roles and regions; true when nothing but a form is there. */
    private static boolean assign(FoldedText text, Role[] roles, List<Place> places) {
        NameParts parts = NameParts.of(text);
        for (int i = 0; i < roles.length; i++) {
            roles[i] = switch (parts.at(i)) {
                case REGION -> Role.REGION;
                case FORM -> Role.FORM;
                case INDUSTRY -> Letters.is(text.at(i)) ? Role.LETTER : Role.TRADE;
                default -> Letters.is(text.at(i)) ? Role.LETTER : Role.WORD;
            };
        }
        places.addAll(parts.places());
        boolean spelledForm = assignSpelledForm(text, roles);
        int end = text.length();
        while (end > 0 && roles[end - 1] == Role.FORM) {
            end--;
        }
        int start = Divisions.longestBefore(text.text(), end, 0);
        // 鹤壁 in 中鹤绿化工程鹤壁; the whole text as a place was seen above
        if (start >= 2 && start < end && (roles[start] == Role.WORD || roles[start] == Role.TRADE)) {
            places.add(new Place(start, end, List.of(Divisions.codes(text.text().substring(start, end)))));
            Arrays.fill(roles, start, end, Role.REGION);
        }
        return parts.isFormOnly() || spelledForm;
    }

    /** Takes a form typed in pinyin for one; true when nothing else is there. */
    private static boolean assignSpelledForm(FoldedText text, Role[] roles) {
        for (String form : SPELLED_FORMS) {
            int start = text.length() - form.length();
            if (start >= 0 && roles[start] == Role.LETTER && text.text().endsWith(form)) {
                Arrays.fill(roles, start, text.length(), Role.FORM);
                return start == 0;
            }
        }
        return false;
    }

    /** The innermost place when it has one code only; 平安 alone is rather a brand than a district far away. */
    private static @Nullable String region(FoldedText text, List<Place> places) {
        if (places.isEmpty()) {
            return null;
        }
        Place place = places.get(places.size() - 1);
        boolean bareDistrict = place.to() - place.from() == text.length()
                && text.length() < 3
                && place.codes().get(0).length() > 4;
        return place.codes().size() == 1 && !bareDistrict ? place.codes().get(0) : null;
    }

    private static boolean letters(FoldedText text) {
        for (int i = 0; i < text.length(); i++) {
            if (Letters.is(text.at(i))) {
                return !hasHan(text);
            }
        }
        return false;
    }

    private static boolean hasHan(FoldedText text) {
        return text.text().chars().anyMatch(c -> Han.isRead((char) c));
    }

    private static boolean person(FoldedText text) {
        return text.length() >= 2
                && text.length() <= MAX_PERSON
                && text.text().chars().noneMatch(Character::isDigit);
    }

    /** The folded text with one blank where something was left out. */
    private static String spaced(FoldedText text) {
        StringBuilder spaced = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && text.breakBefore(i)) {
                spaced.append(' ');
            }
            spaced.append(text.at(i));
        }
        return spaced.toString();
    }
}
