package org.chengxin.transparency;

import java.security.MessageDigest;
import java.util.List;
import org.chengxin.shared.Sha256;

/** Hashing of RFC 6962, section 2.1, and how its proofs are checked (RFC 9162, 2.1.3 and 2.1.4). */
public final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** The root of a tree without entries. */
    static byte[] empty() {
        return Sha256.of(new byte[0]);
    }

    /** The hash of an entry. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = Sha256.start();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.start();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /**
     * Whether a path leads from an entry to a root.
     *
     * @param leaf hash of the entry
     * @param position of the entry, from 0
     * @param size of the tree that has the root
     */
    public static boolean included(byte[] leaf, long position, long size, List<byte[]> path, byte[] root) {
        if (position < 0 || position >= size) {
            return false;
        }
        long at = position;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] step : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(step, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, step);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the tree of a root only grew until it had another. */
    public static boolean grown(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> path) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        }
        if (first == 0) {
            return path.isEmpty() && MessageDigest.isEqual(firstRoot, empty());
        }
        // a complete tree is a node of the other, so its root is not among the steps
        boolean complete = (first & (first - 1)) == 0;
        if (!complete && path.isEmpty()) {
            return false;
        }
        long at = first - 1;
        long last = second - 1;
        int skipped = Long.numberOfTrailingZeros(~at);
        at >>= skipped;
        last >>= skipped;
        byte[] before = complete ? firstRoot : path.get(0);
        byte[] after = before;
        for (byte[] step : path.subList(complete ? 0 : 1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                before = node(step, before);
                after = node(step, after);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                after = node(after, step);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(before, firstRoot) && MessageDigest.isEqual(after, secondRoot);
    }
}
