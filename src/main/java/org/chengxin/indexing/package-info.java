/**
 * Carries changes from the outbox of the store to the search index, in order, at least once, idempotent; rebuilds the
 * index and swaps it.
 *
 * <p>Joins {@code record} and {@code search}; may import both, {@code subject}, {@code catalog}, {@code platform} and
 * {@code shared}.
 */
@NullMarked
package org.chengxin.indexing;

import org.jspecify.annotations.NullMarked;
