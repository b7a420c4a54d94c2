package org.chengxin.site;

import java.io.IOException;
import java.util.Optional;

/** One visit to somebody's site, at its pace and within its robots.txt. Blocks. */
final class SiteVisit {

    /** The page at the root of a site. */
    static final String HOME = "/";

    private final String host;
    private final SiteFetcher fetcher;
    private final Runnable pace;
    private final Robots robots;

    /**
     * Reads the robots.txt.
     *
     * @param pace waits between two requests to one site
     * @throws SiteFetcher.RefusedException when it cannot be known what is allowed
     * @throws IOException when the host cannot be reached
     */
    SiteVisit(String host, SiteFetcher fetcher, Runnable pace) throws IOException {
        this.host = host;
        this.fetcher = fetcher;
        this.pace = pace;
        SiteFetcher.Page rules = fetcher.get(host, "/robots.txt");
        if (rules.status() >= 500) {
            throw new SiteFetcher.RefusedException("robots.txt answers " + rules.status());
        }
        robots = Robots.read(rules.status() == 200 ? rules.text() : "", SiteFetcher.AGENT);
    }

    boolean allows(String path) {
        return robots.allows(path);
    }

    /** A page that is allowed and there; empty for any other. */
    Optional<SiteFetcher.Page> page(String path) throws IOException {
        if (!allows(path)) {
            return Optional.empty();
        }
        pace.run();
        SiteFetcher.Page page = fetcher.get(host, path);
        return page.status() == 200 ? Optional.of(page) : Optional.empty();
    }
}
