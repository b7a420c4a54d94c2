package org.chengxin.search.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Administrative divisions (行政区划, GB/T 2260) by name, full or short: 黄石市 and 黄石 are 4202. */
public final class Divisions {

    private static final Pattern AUTONOMOUS = Pattern.compile("自治(?:州|县|旗|区)$");
    private static final Pattern PEOPLES = Pattern.compile(
            "(?:壮族|回族|维吾尔|土家族|苗族|侗族|彝族|藏族|羌族|布依族|傣族|景颇族|白族|哈尼族|傈僳族|蒙古族|蒙古|哈萨克|柯尔克孜|朝鲜族|满族|瑶族|畲族|黎族|纳西族|佤族|拉祜族|独龙族|怒族|"
                    + "普米族|仡佬族|仫佬族|毛南族|水族|东乡族|保安族|撒拉族|土族|裕固族|锡伯|达斡尔族|鄂温克族|鄂伦春|塔吉克|各族|布朗族|阿昌族|德昂族)");
    private static final Pattern SUFFIX = Pattern.compile("(?:特别行政区|地区|林区|新区|省|市|县|区|盟|旗)$");
    private static final Map<String, List<String>> BY_NAME = new HashMap<>();
    private static final CharTrie NAMES = new CharTrie();
    private static final CharTrie REVERSED = new CharTrie();

    static {
        Map<String, String> briefs = new HashMap<>();
        for (String line : TextResources.lines("divisions.tsv")) {
            int tab = line.indexOf('\t');
            String code = line.substring(0, tab);
            String name = line.substring(tab + 1);
            add(name, code);
            String brief = brief(name);
            briefs.put(code, brief);
            // a single character (城区 → 城) would be taken for a place everywhere
            if (brief.length() >= 2 && !brief.equals(name) && !continuesParent(code, brief, briefs)) {
                add(brief, code);
            }
        }
    }

    private Divisions() {}

    /** 黄石港 is 黄石 and the start of a brand (港饼) more often than 黄石港区 without its 区. */
    private static boolean continuesParent(String code, String brief, Map<String, String> briefs) {
        String parent = briefs.getOrDefault(code.substring(0, code.length() - 2), "");
        return parent.length() >= 2 && brief.length() > parent.length() && brief.startsWith(parent);
    }

    private static void add(String name, String code) {
        BY_NAME.merge(name, List.of(code), (old, added) -> Stream.concat(old.stream(), added.stream())
                .toList());
        NAMES.add(name);
        REVERSED.addReversed(name);
    }

    /** 黄石市 → 黄石, 恩施土家族苗族自治州 → 恩施. */
    private static String brief(String name) {
        if (!name.contains("自治")) {
            return SUFFIX.matcher(name).replaceFirst("");
        }
        var people = PEOPLES.matcher(name);
        // 内蒙古 has a people's name at 1: it is kept whole
        return people.find() && people.start() >= 2
                ? name.substring(0, people.start())
                : AUTONOMOUS.matcher(name).replaceFirst("");
    }

    /** Code prefixes of all divisions of this name, shortest first; empty when it is none. */
    public static List<String> codes(String name) {
        return BY_NAME.getOrDefault(name, List.of());
    }

    /** End of the longest division name that starts here, or {@code from} when none does. */
    public static int longestAt(CharSequence text, int from, int limit) {
        return NAMES.longestAt(text, from, limit);
    }

    /** Start of the longest division name that ends here, or {@code to} when none does. */
    public static int longestBefore(CharSequence text, int to, int limit) {
        return REVERSED.longestBefore(text, to, limit);
    }

    /** The code without the zeros that mean "all of it": 420200 is 4202, 420000 is 42. */
    public static String prefix(String code) {
        int end = code.length();
        while (end > 2 && end % 2 == 0 && code.startsWith("00", end - 2)) {
            end -= 2;
        }
        return code.substring(0, end);
    }
}
