package org.chengxin.search.recall;

import org.jspecify.annotations.Nullable;

/**
 * Where the search for one page goes on in the order of recall, and how far it has come.
 *
 * @param <A> what an engine knows a document by, of which it goes on
 */
public final class PageTrail<A> {

    private final @Nullable Resume<A> from;
    private @Nullable Resume<A> reached;

    /**
     * A document that recall has brought.
     *
     * @param at how many there are up to it
     * @param after the document
     */
    public record Resume<A>(int at, A after) {}

    /** @param from where the page before ended, null for the first page */
    public PageTrail(@Nullable Resume<A> from) {
        this.from = from;
    }

    /** Where the page before ended, null when there was none. */
    public @Nullable Resume<A> from() {
        return from;
    }

    public void reached(Resume<A> last) {
        reached = last;
    }

    /** The last document that was brought, null for none. */
    public @Nullable Resume<A> reached() {
        return reached;
    }
}
