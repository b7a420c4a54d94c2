package org.chengxin.transparency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes the proofs of RFC 6962, 2.1.1 and 2.1.2, from the hashes of complete subtrees. */
final class MerkleProofs {

    /** Hashes of the complete subtrees of a tree. */
    interface Nodes {
        /** The hash of the subtree at a place among those of its level, which have 2^level entries each. */
        byte[] at(int level, long position);
    }

    private final Nodes nodes;

    MerkleProofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The way from an entry to the root of the first {@code size}. */
    List<byte[]> inclusion(long position, long size) {
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + half(to - from);
            if (position < middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
            }
        }
        return reversed(path);
    }

    /** That the tree of the first entries is the beginning of the later one. */
    List<byte[]> consistency(long first, long second) {
        List<byte[]> path = new ArrayList<>();
        if (first == 0 || first == second) {
            return path;
        }
        long from = 0;
        long to = second;
        while (to != first) {
            long middle = from + half(to - from);
            if (first <= middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
            }
        }
        if (from != 0) {
            path.add(root(from, to));
        }
        return reversed(path);
    }

    /** The root over some entries; they begin where a subtree does. */
    private byte[] root(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, from >> level);
        }
        long middle = from + half(size);
        return Merkle.node(root(from, middle), root(middle, to));
    }

    /** The largest power of two below. */
    private static long half(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static List<byte[]> reversed(List<byte[]> path) {
        List<byte[]> upwards = new ArrayList<>(path);
        Collections.reverse(upwards);
        return upwards;
    }
}
