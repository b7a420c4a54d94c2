package org.chengxin.search.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Domains, URLs and shop links made comparable: no scheme, no www, lower case, host and path apart. */
public final class SiteTerms {

    private static final Pattern SITE = Pattern.compile(
            "(?:https?://)?"
                    + "((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24})(?::\\d{1,5})?((?:[/?#][^\\s\\u2e80-\\uffff]*)?)");

    private static final Pattern TRACKING = Pattern.compile(
            "(?:utm_[a-z]+|spm|scm|from|share[a-z_]*|source[a-z]*|suid|ut_sk|un|tk|sm|_s|cpp|ref|refer[a-z_]*|gclid|fbclid|bd_vid|wxfid|timestamp|ts)(?:=|$)");

    private SiteTerms() {}

    /** The first address in a text, null when there is none. */
    public static @Nullable String find(String text) {
        Matcher matcher = SITE.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.find() ? plain(matcher) : null;
    }

    private static String plain(Matcher matcher) {
        String host = matcher.group(1).startsWith("www.") ? matcher.group(1).substring(4) : matcher.group(1);
        String path = withoutTracking(matcher.group(2)).replaceFirst("/+$", "");
        return host + path;
    }

    /** An address without its fragment and without the parameters that only tell who shared it. */
    private static String withoutTracking(String path) {
        int hash = path.indexOf('#');
        String whole = hash < 0 ? path : path.substring(0, hash);
        int mark = whole.indexOf('?');
        if (mark < 0) {
            return whole;
        }
        String kept = Arrays.stream(whole.substring(mark + 1).split("&"))
                .filter(pair -> !TRACKING.matcher(pair).lookingAt())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? whole.substring(0, mark) : whole.substring(0, mark) + "?" + kept;
    }

    /** Terms of a site bound to a subject: the host, the host's parents and the whole address. */
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
