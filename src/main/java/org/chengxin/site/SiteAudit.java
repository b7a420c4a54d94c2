package org.chengxin.site;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengxin.shared.Codes;
import org.chengxin.shared.CreditCode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A look at the home page of a site for what honest sites show there: the business licence or a link to it (亮照, 电子商务法 art.
 * 15), the mark of the portal, the ICP number (互联网信息服务管理办法 art. 12), and a certificate that browsers accept. It states
 * what was seen and judges nothing. Blocks.
 */
public final class SiteAudit {

    /** The national register and its 亮照 links. */
    private static final Pattern REGISTER =
            Pattern.compile("(?i)^https?://(?:[\\w-]+\\.)*(?:gsxt|samr)\\.gov\\.cn(?:[:/?#]|$)");

    private static final Pattern LICENCE = Pattern.compile("营业执照|亮照|证照信息|资质证照");
    private static final Pattern ICP = Pattern.compile(
            "([京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕甘陇青藏桂蒙宁新])\\s*ICP\\s*([备证])\\s*(?:字第)?\\s*(\\d{6,10})\\s*号?(?:\\s*-\\s*(\\d{1,3}))?",
            Pattern.CASE_INSENSITIVE);

    private final SiteFetcher fetcher;
    private final Runnable pace;
    private final URI portal;

    /** How a licence is made public. */
    public enum Licence {
        /** By a link to the register or to a page of its own. */
        LINKED,
        /** On the page itself: its code, or a picture called so. */
        SHOWN,
        ABSENT;

        /** Public code. */
        public String code() {
            return Codes.of(this);
        }
    }

    /**
     * What was seen on a home page.
     *
     * @param mark whether the mark of the subject stands there, or a link to its archive
     * @param icp the ICP number in its usual form, e.g. {@code 鄂ICP备2026000001号-1}; null when none was seen
     * @param certificateUntil end of the certificate that was accepted; null when the page came without TLS
     * @param issuer who issued it, RFC 2253; null without TLS
     * @param failure why the page was not seen, null when it was
     */
    public record Findings(
            String host,
            Licence licence,
            boolean mark,
            @Nullable String icp,
            @Nullable Instant certificateUntil,
            @Nullable String issuer,
            @Nullable String failure) {}

    /** @param portal public address of this portal */
    SiteAudit(SiteFetcher fetcher, Runnable pace, URI portal) {
        this.fetcher = fetcher;
        this.pace = pace;
        this.portal = portal;
    }

    /** What a page may call a subject: its id here and its USCC, null when unknown. */
    private record Named(String id, @Nullable String uscc) {

        boolean in(String said) {
            return said.equals(id) || said.equals(uscc);
        }
    }

    /** Looks once at the home page of a host that is registered as the subject's. */
    public Findings of(String host, String id, @Nullable CreditCode uscc) {
        Named subject = new Named(id, uscc == null ? null : uscc.value());
        try {
            SiteVisit visit = new SiteVisit(host, fetcher, pace);
            Optional<SiteFetcher.Page> home = visit.page(SiteVisit.HOME);
            return home.map(page -> findings(subject, host, page))
                    .orElseGet(() -> unseen(host, visit.allows(SiteVisit.HOME) ? "not found" : "robots.txt forbids"));
        } catch (IOException failure) {
            return unseen(host, SiteFetcher.why(failure));
        }
    }

    private static Findings unseen(String host, String why) {
        return new Findings(host, Licence.ABSENT, false, null, null, null, why);
    }

    private Findings findings(Named subject, String host, SiteFetcher.Page page) {
        Document document = Jsoup.parse(page.text(), "https://" + host + "/");
        X509Certificate certificate = page.certificate();
        return new Findings(
                host,
                licence(subject, document),
                document.select("[href], [src]").stream().anyMatch(element -> marks(element, subject))
                        || document.select("chengxin-badge").stream()
                                .anyMatch(badge -> subject.in(badge.attr("subject"))),
                icp(document.text()),
                certificate == null ? null : certificate.getNotAfter().toInstant(),
                certificate == null
                        ? null
                        : certificate.getIssuerX500Principal().getName(),
                null);
    }

    private static Licence licence(Named subject, Document page) {
        boolean linked = page.select("a[href]").stream()
                .anyMatch(link -> REGISTER.matcher(link.absUrl("href")).find()
                        || (LICENCE.matcher(words(link)).find()
                                && !link.attr("href").startsWith("#")));
        if (linked) {
            return Licence.LINKED;
        }
        String uscc = subject.uscc;
        boolean code = uscc != null
                && page.text().replaceAll("\\s", "").toUpperCase(Locale.ROOT).contains(uscc);
        boolean picture = page.select("img").stream()
                .anyMatch(image -> LICENCE.matcher(words(image)).find());
        return code || picture ? Licence.SHOWN : Licence.ABSENT;
    }

    /** What an element says of itself, with the pictures in it. */
    private static String words(Element element) {
        StringBuilder words = new StringBuilder(element.text());
        element.select("[alt], [title]")
                .forEach(one ->
                        words.append(' ').append(one.attr("alt")).append(' ').append(one.attr("title")));
        return words.toString();
    }

    private boolean marks(Element element, Named subject) {
        String address = element.absUrl(element.hasAttr("href") ? "href" : "src");
        try {
            URI uri = URI.create(address);
            return portal.getAuthority().equals(uri.getAuthority())
                    && Pattern.compile("[/=?&.]")
                            .splitAsStream(uri.getPath() + "?" + uri.getQuery())
                            .anyMatch(subject::in);
        } catch (IllegalArgumentException unreadable) {
            // an address that no browser follows either
            return false;
        }
    }

    private static @Nullable String icp(String text) {
        Matcher found = ICP.matcher(text);
        if (!found.find()) {
            return null;
        }
        String site = found.group(4);
        return found.group(1) + "ICP" + found.group(2) + found.group(3) + "号" + (site == null ? "" : "-" + site);
    }
}
