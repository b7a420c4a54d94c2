package org.chengxin.search.elasticsearch;

import java.util.Set;
import org.chengxin.search.ranking.NameRarity;

/**
 * What searches see of the live generation.
 *
 * @param state of the generation when it was taken
 * @param subjects its subjects
 * @param records its records
 * @param ends fields of moments that publication ends, which lists and record types have
 * @param rarity how telling characters of names are
 */
record Snapshot(GenerationState state, View subjects, View records, Set<String> ends, NameRarity rarity) {}
