package org.chengxin.search.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengxin.search.SubjectQuery;
import org.chengxin.search.Understanding;
import org.chengxin.search.Understanding.As;
import org.chengxin.search.ranking.ReadQuery.Role;
import org.chengxin.search.reading.Chatter;
import org.chengxin.search.reading.Reading;
import org.chengxin.search.reading.Readings;
import org.chengxin.search.reading.Typed;
import org.chengxin.search.text.CodeTerms;
import org.chengxin.search.text.Divisions;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.Han;
import org.chengxin.search.text.Letters;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameParts.Place;
import org.chengxin.search.text.SiteTerms;
import org.chengxin.search.text.TextQuery;
import org.jspecify.annotations.Nullable;

/** Finds out what was typed or pasted: a name, pinyin, a code, a link, an invoice block. Takes any string. */
public final class QueryReader {

    /** Longest code: 18 characters, with some room for what was typed around it. */
    private static final int MAX_CODE = 20;
    /** Longest full name of a person, such as 阿卜杜热合曼·买买提吐尔逊 or one in Latin letters. */
    private static final int MAX_PERSON = 24;

    private static final Pattern MOBILE_CODE = Pattern.compile("^MA[0-9A-HJ-NP-RTUWXY]{4,8}$");

    /** The usual forms in pinyin, longest first: common to nearly all names, they would only cost. */
    private static final List<String> SPELLED_FORMS = List.of(
            "gufenyouxiangongsi", "youxianzerengongsi", "zhuanyehezuoshe", "youxiangongsi", "hezuoshe", "gongsi");

    private QueryReader() {}

    public static ReadQuery read(String raw) {
        if (raw.isBlank()) {
            return nothing(As.NOTHING);
        }
        Typed typed = Typed.of(raw);
        Reading reading = Readings.of(typed);
        if (reading == null) {
            String code = code(typed.start());
            String words = Chatter.without(typed.start());
            ReadQuery named = named(words, code, code == null ? null : As.CODE);
            String all = FoldedText.of(typed.start()).text();
            return all.equals(named.text().text()) || all.length() > SubjectQuery.MAX_TEXT ? named : named.typed(all);
        }
        String words = cut(reading.words());
        return words.isEmpty() ? unnamed(reading) : with(reading, named(words, reading.code(), reading.as()));
    }

    /** The address in a text, as {@link ReadQuery#site()}; null when there is none. */
    public static @Nullable String site(String raw) {
        Typed typed = Typed.of(raw);
        // most questions name none, and are read once for it only
        Reading reading = SiteTerms.find(typed.text()) == null ? null : Readings.of(typed);
        return reading == null ? null : reading.site();
    }

    /** Reads a full-text query for records: cleaned, never a number of a person. */
    public static Understanding readText(String raw) {
        if (raw.isBlank()) {
            return nothing(As.NOTHING).understanding();
        }
        Typed typed = Typed.of(raw);
        Reading reading = Readings.of(typed);
        if (reading != null && (reading.as().personal() || reading.as().pasted())) {
            return new Understanding(reading.as(), cut(reading.words()), null);
        }
        if (FoldedText.of(typed.start()).length() == 0) {
            return nothing(As.MEANINGLESS).understanding();
        }
        if (reading != null
                && (reading.as() == As.DOCUMENT || reading.as() == As.BARCODE)
                && !TextQuery.parse(typed.start()).hasOperators()) {
            return new Understanding(reading.as(), Objects.requireNonNull(reading.shown()), null);
        }
        return new Understanding(As.NAME, typed.start().strip(), null);
    }

    private static String cut(String words) {
        return words.length() > SubjectQuery.MAX_TEXT ? words.substring(0, SubjectQuery.MAX_TEXT) : words;
    }

    private static ReadQuery unnamed(Reading reading) {
        String searched = Stream.of(reading.shown(), reading.code(), reading.site())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return new ReadQuery(
                new Understanding(reading.as(), searched, null),
                FoldedText.of(""),
                List.of(),
                List.of(),
                reading.code(),
                reading.site(),
                null,
                false);
    }

    /** Words that name a subject beside the address or number of a reading. */
    private static ReadQuery with(Reading reading, ReadQuery named) {
        if (named.isEmpty()) {
            return unnamed(reading);
        }
        return new ReadQuery(
                named.understanding(),
                named.text(),
                named.roles(),
                named.places(),
                named.code(),
                reading.site(),
                null,
                // what was pasted beside a company is no one's name
                false);
    }

    private static ReadQuery nothing(As as) {
        return new ReadQuery(
                new Understanding(as, "", null), FoldedText.of(""), List.of(), List.of(), null, null, null, false);
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
                || (MOBILE_CODE.matcher(folded).matches() && digits > 0)
                || (folded.length() >= 16 && digits >= 6);
        return plausible && folded.length() >= CodeTerms.RUN && folded.length() <= MAX_CODE ? folded : null;
    }

    private static ReadQuery named(String raw, @Nullable String code, @Nullable As known) {
        FoldedText text = FoldedText.of(raw);
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
                null,
                person(text));
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
            places.add(new Place(start, end, Divisions.codes(text.text().substring(start, end))));
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
