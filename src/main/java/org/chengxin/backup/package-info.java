/**
 * Saves the portal into a directory while it runs, and makes a portal of such a directory again.
 *
 * <p>A package of its own, because it joins two things that know nothing of each other, the tables of the record store and
 * the files of the data directory, and is about neither. Knows tables by the catalogue of PostgreSQL only, so a new table
 * is kept without a change here. May import {@code platform} and {@code shared}.
 */
@NullMarked
package org.chengxin.backup;

import org.jspecify.annotations.NullMarked;
