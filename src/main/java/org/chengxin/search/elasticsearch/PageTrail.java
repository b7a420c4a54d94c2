package org.chengxin.search.elasticsearch;

import org.chengxin.search.elasticsearch.Place.Resume;
import org.jspecify.annotations.Nullable;

/** Where the search for one page goes on in the order of recall, and how far it has come. */
final class PageTrail {

    private final @Nullable Resume from;
    private @Nullable Resume reached;

    /** @param place where the page starts, null for the first */
    PageTrail(@Nullable Place place) {
        from = place == null ? null : place.resume();
    }

    /** Where the page before ended, null when there was none. */
    @Nullable
    Resume from() {
        return from;
    }

    void reached(Resume last) {
        reached = last;
    }

    /** The last document that was brought, null for none. */
    @Nullable
    Resume reached() {
        return reached;
    }
}
