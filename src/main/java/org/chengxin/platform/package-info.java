/**
 * What the portal runs on: settings, the data directory, PostgreSQL, schedulers, and what all HTTP answers share.
 *
 * <p>May import {@code shared} only; the Spring configuration of the store lives here, its tables belong to the packages
 * that use them.
 */
@NullMarked
package org.chengxin.platform;

import org.jspecify.annotations.NullMarked;
