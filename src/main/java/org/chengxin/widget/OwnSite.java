package org.chengxin.widget;

import java.net.URI;
import java.util.Optional;
import org.chengxin.shared.LocalName;
import org.chengxin.site.BoundSite;

/** The portal's own address: a mark shown there is shown by whoever issued it. */
record OwnSite(URI url, LocalName name) {

    /** What a mark is on a page; empty when nobody tells which. */
    Verdict verdict(Badge badge, Optional<BoundSite> page) {
        return holds(page) ? Verdict.HERE : Verdict.of(badge, page);
    }

    private boolean holds(Optional<BoundSite> page) {
        return page.isPresent()
                && BoundSite.page(url.toString())
                        .filter(mine -> mine.host().equals(page.get().host()))
                        .isPresent();
    }
}
