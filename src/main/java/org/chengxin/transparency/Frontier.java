package org.chengxin.transparency;

import java.util.ArrayList;
import java.util.List;

/** The right edge of a tree: enough to add entries and to tell the root. */
public final class Frontier {

    private final List<byte[]> complete = new ArrayList<>();
    private final Sink sink;
    private long size;

    /** Takes the hash of each subtree that became complete. */
    interface Sink {
        void add(int level, long position, byte[] hash);
    }

    /** The edge of a tree without entries. */
    public Frontier() {
        this((level, position, hash) -> {});
    }

    Frontier(Sink sink) {
        this.sink = sink;
    }

    /** The edge of a tree that is there. */
    static Frontier of(long size, MerkleProofs.Nodes nodes, Sink sink) {
        Frontier edge = new Frontier(sink);
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                edge.complete.add(nodes.at(level, (size >> level) - 1));
            }
        }
        edge.size = size;
        return edge;
    }

    /** Adds the entry of a hash. */
    public void add(byte[] leaf) {
        byte[] hash = leaf;
        long position = size;
        int level = 0;
        sink.add(level, position, hash);
        while ((position & 1) == 1) {
            hash = Merkle.node(complete.remove(complete.size() - 1), hash);
            position >>= 1;
            sink.add(++level, position, hash);
        }
        complete.add(hash);
        size++;
    }

    /** Number of entries. */
    public long size() {
        return size;
    }

    /** The root of the tree as it is now. */
    public byte[] root() {
        if (complete.isEmpty()) {
            return Merkle.empty();
        }
        byte[] root = complete.get(complete.size() - 1);
        for (int i = complete.size() - 2; i >= 0; i--) {
            root = Merkle.node(complete.get(i), root);
        }
        return root;
    }
}
