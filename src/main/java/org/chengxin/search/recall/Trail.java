package org.chengxin.search.recall;

import java.util.List;
import org.chengxin.search.ranking.Ranked;

/** Hears what a look-up tries. */
interface Trail {

    /** Nobody listens. */
    Trail NONE = (way, recall, brought, ranked) -> {};

    /**
     * A way was tried.
     *
     * @param brought how many subjects were brought
     * @param ranked those of them that were ranked, best first, hits or not
     */
    void tried(Way way, Recall recall, long brought, List<Ranked> ranked);
}
