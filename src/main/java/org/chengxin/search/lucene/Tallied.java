package org.chengxin.search.lucene;

/**
 * Documents of one leaf in ascending order, each with its score.
 *
 * @param size how many of the entries count
 */
record Tallied(int[] documents, float[] scores, int size) {

    static final Tallied NOTHING = new Tallied(new int[0], new float[0], 0);
}
