package org.chengxin.site;

import java.io.IOException;
import java.util.Optional;
import org.chengxin.shared.Codes;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Looks whether a site shows the token its holder was given: in a DNS record, in a file, or on its home page. Blocks. */
class SiteCheck {

    /** Name of the record before the host, of the file and of the meta element. */
    static final String RECORD = "_chengxin.";

    static final String FILE = "/.well-known/chengxin-site.txt";
    static final String META = "chengxin-site";

    private final NameServer names;
    private final SiteFetcher fetcher;
    private final Runnable pace;

    /** How a token was shown. */
    enum Method {
        DNS,
        FILE,
        META;

        /** Public code. */
        String code() {
            return Codes.of(this);
        }
    }

    /**
     * What a check came to.
     *
     * @param method how the token was shown, null when it was not found
     * @param failure why it was not found, null when it was
     */
    record Outcome(@Nullable Method method, @Nullable String failure) {}

    /** @param pace waits between two requests to one site */
    SiteCheck(NameServer names, SiteFetcher fetcher, Runnable pace) {
        this.names = names;
        this.fetcher = fetcher;
        this.pace = pace;
    }

    /** Looks once, for each way in turn; a way that fails does not keep from the next. */
    Outcome of(String host, String token) {
        try {
            if (names.texts(RECORD + host).stream()
                    .anyMatch(text -> text.strip().equals(token))) {
                return new Outcome(Method.DNS, null);
            }
        } catch (IOException away) {
            // a site that shows it in a file needs no record
        }
        try {
            SiteVisit visit = new SiteVisit(host, fetcher, pace);
            Optional<SiteFetcher.Page> file = visit.page(FILE);
            if (file.isPresent()
                    && file.get().text().lines().anyMatch(line -> line.strip().equals(token))) {
                return new Outcome(Method.FILE, null);
            }
            Optional<SiteFetcher.Page> home = visit.page(SiteVisit.HOME);
            if (home.isPresent()
                    && Jsoup.parse(home.get().text()).select("meta[name=" + META + "]").stream()
                            .anyMatch(meta -> meta.attr("content").strip().equals(token))) {
                return new Outcome(Method.META, null);
            }
            boolean asked = visit.allows(FILE) || visit.allows(SiteVisit.HOME);
            return new Outcome(null, asked ? "not found" : "robots.txt forbids");
        } catch (IOException failure) {
            return new Outcome(null, SiteFetcher.why(failure));
        }
    }
}
