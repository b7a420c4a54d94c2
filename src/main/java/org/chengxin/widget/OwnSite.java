package org.chengxin.widget;

import java.net.URI;
import java.util.Optional;
import org.chengxin.shared.LocalName;
import org.chengxin.site.BoundSite;

/** The portal's own address: a mark shown there is shown by whoever issued it. */
final class OwnSite {

    private final URI url;
    private final LocalName name;
    private final Optional<String> host;

    OwnSite(URI url, LocalName name) {
        this.url = url;
        this.name = name;
        this.host = BoundSite.page(url.toString()).map(BoundSite::host);
    }

    URI url() {
        return url;
    }

    LocalName name() {
        return name;
    }

    /** What a mark is on a page; empty when nobody tells which. */
    Verdict verdict(Badge badge, Optional<BoundSite> page) {
        return page.isPresent() && page.map(BoundSite::host).equals(host) ? Verdict.HERE : Verdict.of(badge, page);
    }
}
