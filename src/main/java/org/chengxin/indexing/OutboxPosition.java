package org.chengxin.indexing;

import java.util.Comparator;

/**
 * A place in the outbox of one store.
 *
 * @param store identity of the store
 * @param xid transaction
 * @param seq row within it
 */
record OutboxPosition(String store, long xid, long seq) implements Comparable<OutboxPosition> {

    private static final Comparator<OutboxPosition> ORDER =
            Comparator.comparingLong(OutboxPosition::xid).thenComparingLong(OutboxPosition::seq);

    static OutboxPosition parse(String text) {
        String[] parts = text.split(":", -1);
        return new OutboxPosition(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public int compareTo(OutboxPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return store + ':' + xid + ':' + seq;
    }
}
