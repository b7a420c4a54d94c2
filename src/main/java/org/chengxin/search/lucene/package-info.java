/**
 * Lucene inside the process: the search engine of a portal on one machine. All but {@link
 * org.chengxin.search.lucene.LuceneEngines} is package-private.
 *
 * <p>May import {@code search}, {@code search.text}, {@code search.ranking} and {@code search.recall}; the only importer
 * of Lucene's index and search classes.
 */
@NullMarked
package org.chengxin.search.lucene;

import org.jspecify.annotations.NullMarked;
