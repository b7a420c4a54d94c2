package org.chengxin.widget;

import java.util.List;
import java.util.Optional;
import org.chengxin.site.BoundSite;

/** Whether a mark stands where it belongs, as far as it can be told. */
enum Verdict {
    /** On a site bound to the subject. */
    HERE,
    /** On another site: 此标识不属于本网站. */
    ELSEWHERE,
    /** On a site bound to the subject, whose owner does not want it shown there. */
    SUSPENDED,
    /** The browser does not say, or names a platform and not the page on it. */
    UNKNOWN;

    /** Where a mark is when a browser tells this page. */
    static Verdict of(Badge badge, Optional<BoundSite> told) {
        boolean suspended = !badge.suspended().isEmpty();
        if (suspended && told.isEmpty() && badge.shownOn().isEmpty()) {
            return SUSPENDED;
        }
        Verdict where = of(badge.sites(), told);
        return suspended && where != ELSEWHERE && of(badge.shownOn(), told) != where ? SUSPENDED : where;
    }

    /** Where a mark with these sites is when a browser tells this page. */
    static Verdict of(List<BoundSite> sites, Optional<BoundSite> told) {
        if (told.isEmpty()) {
            return UNKNOWN;
        }
        BoundSite page = told.get();
        if (sites.stream().anyMatch(site -> site.covers(page))) {
            return HERE;
        }
        boolean onItsPlatform = sites.stream().anyMatch(site -> site.host().equals(page.host()));
        return onItsPlatform && !page.isPage() ? UNKNOWN : ELSEWHERE;
    }
}
