package org.chengxin.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name cut into its parts: 行政区划 + 字号 + 行业 + 组织形式, and what follows the form (a branch). The cut is a guess that
 * guides weights and evidence; nothing is lost by a wrong one.
 */
public final class NameParts {

    /** Parts of a name. */
    public enum Part {
        REGION,
        BRAND,
        INDUSTRY,
        FORM,
        BRANCH
    }

    /** Ends the form of nearly every company. */
    public static final String COMPANY = "公司";

    // longest first, so that 股份有限公司 is not taken for 有限公司
    private static final List<String> FORMS = List.of(
            "农民专业合作社联合社",
            "股份合作有限公司",
            "农民专业合作社",
            "集团股份有限公司",
            "集团有限责任公司",
            "个人独资企业",
            "股份有限公司",
            "有限责任公司",
            "集团有限公司",
            "专业合作社",
            "有限合伙企业",
            "个体工商户",
            "股份合作公司",
            "有限合伙",
            "普通合伙",
            "有限公司",
            "股份公司",
            "总公司",
            "合作社",
            "联合社",
            "集团",
            "公司",
            "中心",
            "厂",
            "店",
            "部");
    private static final CharTrie FORM_ENDS = new CharTrie();
    private static final CharTrie INDUSTRIES = new CharTrie();
    private static final int LONGEST_INDUSTRY = 4;

    static {
        FORMS.forEach(FORM_ENDS::addReversed);
        TextResources.lines("industries.txt").stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .filter(word -> word.length() >= 2 && word.length() <= LONGEST_INDUSTRY)
                .forEach(INDUSTRIES::add);
    }

    private final Part[] parts;
    private final List<Place> places;

    private NameParts(Part[] parts, List<Place> places) {
        this.parts = parts;
        this.places = places;
    }

    /** A place named, from a character to another, with the code prefixes of all divisions of that name. */
    public record Place(int from, int to, List<String> codes) {

        /** Whether any of them lies in, or is, one of the others. */
        boolean liesIn(Place other) {
            for (String code : codes) {
                for (String wider : other.codes) {
                    if (code.startsWith(wider)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    public static NameParts of(FoldedText name) {
        String text = name.text();
        int length = text.length();
        Part[] parts = new Part[length];
        List<Place> places = new ArrayList<>();
        int from = regionAtStart(text, parts, places);
        int to = formAtEnd(text, from, parts);
        regionsInBrackets(name, from, to, parts, places);
        int industry = industry(text, from, to, parts);
        for (int i = from; i < to; i++) {
            if (parts[i] == null) {
                parts[i] = i < industry ? Part.BRAND : Part.INDUSTRY;
            }
        }
        return new NameParts(parts, List.copyOf(places));
    }

    public Part at(int index) {
        return parts[index];
    }

    public int length() {
        return parts.length;
    }

    /** The places named. */
    public List<Place> places() {
        return places;
    }

    /** The forms (组织形式) a name may end with. */
    public static List<String> forms() {
        return FORMS;
    }

    /** Index of the first character behind the leading region. */
    public int afterRegion() {
        int at = 0;
        while (at < parts.length && parts[at] == Part.REGION) {
            at++;
        }
        return at == parts.length ? 0 : at;
    }

    /** Whether nothing but a form is there. */
    public boolean isFormOnly() {
        for (Part part : parts) {
            if (part != Part.FORM) {
                return false;
            }
        }
        return parts.length > 0;
    }

    private static int regionAtStart(String text, Part[] parts, List<Place> places) {
        int at = 0;
        // province, city, county
        for (int level = 0; level < 3; level++) {
            int end = Divisions.longestAt(text, at, text.length());
            if (end == at) {
                break;
            }
            Place place = new Place(at, end, Divisions.codes(text.substring(at, end)));
            // 武汉江川 is no place: 江川 lies elsewhere and is the brand
            if (!liesInAll(place, places)) {
                break;
            }
            places.add(place);
            while (at < end) {
                parts[at++] = Part.REGION;
            }
        }
        return at;
    }

    private static boolean liesInAll(Place place, List<Place> places) {
        for (Place outer : places) {
            if (!place.liesIn(outer)) {
                return false;
            }
        }
        return true;
    }

    private static int formAtEnd(String text, int from, Part[] parts) {
        int branch = text.length();
        // what stands behind 公司 is a branch: 有限公司武汉分公司
        for (int company = text.indexOf("公司", from); company >= 0; company = text.indexOf("公司", company + 2)) {
            if (company + 2 < text.length() && company > from + 1 && text.charAt(company - 1) != '分') {
                branch = company + 2;
                break;
            }
        }
        for (int i = branch; i < text.length(); i++) {
            parts[i] = Part.BRANCH;
        }
        int start = FORM_ENDS.longestBefore(text, branch, from);
        for (int i = start; i < branch; i++) {
            parts[i] = Part.FORM;
        }
        return start;
    }

    private static void regionsInBrackets(FoldedText name, int from, int to, Part[] parts, List<Place> places) {
        for (int i = from; i < to; i++) {
            if (!name.breakBefore(i)) {
                continue;
            }
            int end = Divisions.longestAt(name.text(), i, to);
            if (end > i && (end == name.length() || name.breakBefore(end))) {
                places.add(new Place(i, end, Divisions.codes(name.text().substring(i, end))));
                for (int k = i; k < end; k++) {
                    parts[k] = Part.REGION;
                }
            }
        }
    }

    /** Start of the first word of trade that leaves at least two characters to the brand. */
    private static int industry(String text, int from, int to, Part[] parts) {
        for (int i = from + 2; i < to; i++) {
            if (parts[i] == null && INDUSTRIES.longestAt(text, i, to) > i) {
                return i;
            }
        }
        return to;
    }
}
