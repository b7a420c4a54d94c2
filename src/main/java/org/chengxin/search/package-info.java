/**
 * Finding subjects and records: the engine port, queries, pages of hits, ranking with evidence, and the reactive edge.
 *
 * <p>Knows documents, never records or subjects of the store; may import {@code shared} only, and Micrometer to time answers.
 */
@NullMarked
package org.chengxin.search;

import org.jspecify.annotations.NullMarked;
