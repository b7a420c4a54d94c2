/**
 * What the nodes of one portal share beside the store: memory for answers and counts, in Redis where there is one and in each
 * process otherwise.
 *
 * <p>May import {@code platform} and {@code shared} only; opens the one connection to Redis (Lettuce), of which {@code quota}
 * makes use as well.
 */
@NullMarked
package org.chengxin.platform.nodes;

import org.jspecify.annotations.NullMarked;
