/**
 * The data directory and PostgreSQL: who owns them, how they start, how rows go in by COPY.
 *
 * <p>May import {@code platform} and {@code shared}.
 */
@NullMarked
package org.chengxin.platform.store;

import org.jspecify.annotations.NullMarked;
