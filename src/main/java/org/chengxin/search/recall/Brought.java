package org.chengxin.search.recall;

import org.chengxin.search.ranking.Candidate;

/**
 * A subject that recall has brought.
 *
 * @param document how the engine knows it again
 * @param candidate what ranking needs of it
 */
public record Brought<D>(D document, Candidate candidate) {}
