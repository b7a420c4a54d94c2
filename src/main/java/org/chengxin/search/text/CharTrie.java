package org.chengxin.search.text;

import java.util.Arrays;

/** Words by their characters, looked up within a text without cutting pieces out of it. */
final class CharTrie {

    private static final int ROOT = 0;
    /** Searches end soon when a third of the slots is empty. */
    private static final double FULL = 0.6;

    /** Parent node and character of each edge, plus 1; 0 for an empty slot. */
    private long[] edges = new long[64];

    private int[] children = new int[64];
    /** A bit for each character that a word begins with: most characters of a text begin none. */
    private final long[] beginnings = new long[(1 << 16) / Long.SIZE];

    private boolean[] words = new boolean[64];
    private int nodes = 1;

    /** Adds a word of one character at least; gives its number, the same when it was there. */
    int add(CharSequence word) {
        int node = ROOT;
        beginnings[word.charAt(0) >>> 6] |= 1L << word.charAt(0);
        for (int i = 0; i < word.length(); i++) {
            int child = child(node, word.charAt(i));
            node = child < 0 ? grow(node, word.charAt(i)) : child;
        }
        words[node] = true;
        return node;
    }

    /** Adds a word to be found from its end. */
    int addReversed(CharSequence word) {
        return add(new StringBuilder(word).reverse());
    }

    /** End of the longest word that starts here and ends before the limit, or {@code from} when none does. */
    int longestAt(CharSequence text, int from, int limit) {
        int node = ROOT;
        int end = from;
        for (int i = from; i < limit; i++) {
            node = child(node, text.charAt(i));
            if (node < 0) {
                break;
            }
            end = words[node] ? i + 1 : end;
        }
        return end;
    }

    /** Start of the longest word, added reversed, that ends here and starts at the limit or later; else {@code to}. */
    int longestBefore(CharSequence text, int to, int limit) {
        int node = ROOT;
        int start = to;
        for (int i = to - 1; i >= limit; i--) {
            node = child(node, text.charAt(i));
            if (node < 0) {
                break;
            }
            start = words[node] ? i : start;
        }
        return start;
    }

    /** Number of the word that two characters make, -1 for none. */
    int pair(char first, char second) {
        int node = child(ROOT, first);
        return node < 0 ? -1 : child(node, second);
    }

    /** Numbers of words are less than this. */
    int size() {
        return nodes;
    }

    private int child(int node, char c) {
        if (node == ROOT && (beginnings[c >>> 6] & (1L << c)) == 0) {
            return -1;
        }
        long edge = ((long) node << 16 | c) + 1;
        int slot = slot(edge, edges.length);
        while (edges[slot] != 0) {
            if (edges[slot] == edge) {
                return children[slot];
            }
            slot = (slot + 1) & (edges.length - 1);
        }
        return -1;
    }

    private int grow(int node, char c) {
        if (nodes > edges.length * FULL) {
            spread();
        }
        if (nodes == words.length) {
            words = Arrays.copyOf(words, nodes * 2);
        }
        put((((long) node << 16) | c) + 1, nodes);
        return nodes++;
    }

    private void spread() {
        long[] oldEdges = edges;
        int[] oldChildren = children;
        edges = new long[oldEdges.length * 2];
        children = new int[edges.length];
        for (int i = 0; i < oldEdges.length; i++) {
            if (oldEdges[i] != 0) {
                put(oldEdges[i], oldChildren[i]);
            }
        }
    }

    private void put(long edge, int child) {
        int slot = slot(edge, edges.length);
        while (edges[slot] != 0) {
            slot = (slot + 1) & (edges.length - 1);
        }
        edges[slot] = edge;
        children[slot] = child;
    }

    private static int slot(long edge, int size) {
        return (int) ((edge * 0x9E3779B97F4A7C15L) >>> 40) & (size - 1);
    }
}
