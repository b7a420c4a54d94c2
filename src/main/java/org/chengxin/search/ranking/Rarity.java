package org.chengxin.search.ranking;

/** How telling a character or a pair of neighbours is among all names: 0 for everywhere, 1 for seen hardly ever. */
public interface Rarity {

    float character(char c);

    float pair(char first, char second);
}
