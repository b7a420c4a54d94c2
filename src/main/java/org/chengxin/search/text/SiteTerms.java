package org.chengxin.search.text;

import java.net.IDN;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Domains, URLs and shop links made comparable: no scheme, port, {@code www.} or {@code m.}, lower case, punycode read,
 * host and path apart, of the query only what may tell one shop from another.
 */
public final class SiteTerms {

    /** Of any script but Chinese, which text around may run into: names that pass for Latin ones use Cyrillic and Greek. */
    private static final String LETTER = "[\\p{L}\\p{M}0-9&&[^\\p{IsHan}]]";

    private static final String LETTER_OR_HYPHEN = "[\\p{L}\\p{M}0-9-&&[^\\p{IsHan}]]";

    private static final String LATIN_HOST = "(?:" + LETTER + "(?:" + LETTER_OR_HYPHEN + "{0,61}" + LETTER
            + ")?\\.)+(?:xn--[a-z0-9-]{2,59}|[a-z]{2,24})";
    /** Top-level domains in Chinese that shops and companies use. */
    private static final String HAN_ENDINGS = "(?:中国|中國|公司|网络|網絡|网店|網店|商店|商城|集团|在线|中文网|网址|网站|商标|企业|购物|信息|移动|我爱你|公益|政务)";
    /** A Chinese domain begins where no Chinese text stands before it: 请看 would be taken for a part of it. */
    private static final String HAN_HOST =
            "(?<![\\p{IsHan}a-z0-9.-])(?:[a-z0-9\\p{IsHan}](?:[a-z0-9\\p{IsHan}-]{0,30}[a-z0-9\\p{IsHan}])?\\.)+"
                    + "(?:" + HAN_ENDINGS
                    + "(?![\\p{IsHan}a-z0-9.])|(?:com|net|cn|org|com\\.cn|net\\.cn)(?![a-z0-9.-]))";

    private static final Pattern SITE = Pattern.compile(
            "(?:https?://)?(" + HAN_HOST + "|" + LATIN_HOST + ")(?::\\d{1,5})?((?:[/?#][^\\s\\u2e80-\\uffff]*)?)");
    /** The same site for a phone, or for a browser; what is left must still be a domain. */
    private static final Pattern FACE = Pattern.compile("^(?:www|m|wap|mobile|h5|3g|touch)\\.(?=.*\\.)");
    /** Parameters that name a shop or a page of it; all others tell who shared it and on which way. */
    private static final Pattern NAMING = Pattern.compile("(?:[a-z_]*(?:id|code|no|num)|s|shop|store|mall|seller)=.+");

    private static final Pattern TRACKING = Pattern.compile("(?:suid|wxfid|bd_vid|gclid|fbclid|spm_?id"
            + "|[a-z_]*(?:share|source|ref|utm|track|session|click|channel|from|union|invite)[a-z_]*)=.*");

    private SiteTerms() {}

    /** The first address in a text, null when there is none. */
    public static @Nullable String find(String text) {
        if (text.indexOf('.') < 0) {
            return null;
        }
        Matcher matcher = SITE.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.find() ? plain(matcher) : null;
    }

    private static String plain(Matcher matcher) {
        String read = IDN.toUnicode(matcher.group(1));
        String host = FACE.matcher(simplified(read)).replaceFirst("");
        return host + withoutTracking(matcher.group(2)).replaceFirst("/+$", "");
    }

    /** Registries give the traditional and the simplified form of a domain to the same holder (RFC 4713). */
    private static String simplified(String host) {
        StringBuilder simplified = new StringBuilder(host.length());
        host.toLowerCase(Locale.ROOT).chars().forEach(c -> simplified.append(Han.simplify((char) c)));
        return simplified.toString();
    }

    /** An address without its fragment, and with those parameters only that name something, in one order. */
    private static String withoutTracking(String path) {
        int hash = path.indexOf('#');
        String whole = hash < 0 ? path : path.substring(0, hash);
        int mark = whole.indexOf('?');
        if (mark < 0) {
            return whole;
        }
        String kept = Arrays.stream(whole.substring(mark + 1).split("&"))
                .filter(pair -> NAMING.matcher(pair).matches()
                        && !TRACKING.matcher(pair).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        String bare = whole.substring(0, mark).replaceFirst("/+$", "");
        return kept.isEmpty() ? bare : bare + "?" + kept;
    }

    /** Terms of a site bound to a subject: the whole address and the host. */
    public static List<String> of(String site) {
        String plain = find(site);
        if (plain == null) {
            // the number or name of a shop on its platform
            return List.of(FoldedText.of(site).text());
        }
        Set<String> terms = new LinkedHashSet<>();
        terms.add(plain);
        terms.add(host(plain));
        return List.copyOf(terms);
    }

    /** The host of an address given by {@link #find}. */
    public static String host(String plain) {
        int end = 0;
        while (end < plain.length() && "/?#".indexOf(plain.charAt(end)) < 0) {
            end++;
        }
        return plain.substring(0, end);
    }
}
