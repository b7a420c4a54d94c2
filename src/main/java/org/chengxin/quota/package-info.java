/**
 * Rate limits: how often one client may ask, and the {@code RateLimit} fields that say so.
 *
 * <p>May import {@code shared} and {@code platform} (problems, settings, the connection to Redis) only; bucket4j keeps count, in the
 * process (Caffeine) or in Redis (Lettuce).
 */
@NullMarked
package org.chengxin.quota;

import org.jspecify.annotations.NullMarked;
