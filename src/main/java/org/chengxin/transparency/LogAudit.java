package org.chengxin.transparency;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengxin.proof.LogHead;

/**
 * Computes the tree anew from its entries and compares it with heads, as anybody can who has both: an entry that was changed, dropped
 * or slipped in gives another root.
 */
public final class LogAudit {

    private final Frontier tree = new Frontier();
    private final Map<Long, byte[]> expected = new TreeMap<>();
    private int wrong;

    /**
     * No entries yet.
     *
     * @param heads each of which the entries must lead to
     */
    public LogAudit(List<LogHead> heads) {
        heads.forEach(head -> {
            byte[] same = expected.putIfAbsent(head.size(), head.root());
            if (same != null && !MessageDigest.isEqual(same, head.root())) {
                wrong++;
            }
        });
        compare();
    }

    /** The next entry; one that is out of its place is wrong. */
    public void add(LogEntry entry) {
        if (entry.position() != tree.size()) {
            wrong++;
        }
        tree.add(entry.leaf());
        compare();
    }

    private void compare() {
        byte[] root = expected.remove(tree.size());
        if (root != null && !MessageDigest.isEqual(root, tree.root())) {
            wrong++;
        }
    }

    /** Entries so far. */
    public long entries() {
        return tree.size();
    }

    /** Whether all heads were reached and none differs. */
    public boolean holds() {
        return wrong == 0 && expected.isEmpty();
    }
}
