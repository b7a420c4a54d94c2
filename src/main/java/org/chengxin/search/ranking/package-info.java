/**
 * Reading of queries and ordering of candidates with evidence, the same for every engine.
 *
 * <p>May import {@code search}, {@code search.reading} and {@code search.text} only.
 */
@NullMarked
package org.chengxin.search.ranking;

import org.jspecify.annotations.NullMarked;
