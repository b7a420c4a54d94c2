/**
 * What the portal keeps of what it did: log files in the data directory, a line for each request among them.
 *
 * <p>May import {@code shared} and {@code platform}; Logback is used here only.
 */
@NullMarked
package org.chengxin.platform.logs;

import org.jspecify.annotations.NullMarked;
