/**
 * Rate limits: how often one client may ask, and the {@code RateLimit} fields that say so.
 *
 * <p>May import {@code platform} (problems and settings) only, and bucket4j and Caffeine to keep count in the process.
 */
@NullMarked
package org.chengxin.quota;

import org.jspecify.annotations.NullMarked;
