/**
 * What an index document holds, whatever the engine: which values go into which field of {@code index-templates}, and what
 * comes back along with a hit.
 *
 * <p>May import {@code search}, {@code search.ranking} and {@code search.text} only; of Lucene it takes the encoding of bytes.
 */
@NullMarked
package org.chengxin.search.document;

import org.jspecify.annotations.NullMarked;
