/**
 * The public API, {@code /api/v1}: subjects, records, record types and the description of all of it.
 *
 * <p>Reads through {@code search.SearchService}, {@code record.Archives}, {@code catalog} and {@code subject.Regions};
 * answers errors through {@code platform}. May import these and {@code shared}, and springdoc's model for the
 * description. Nobody imports it.
 */
@NullMarked
package org.chengxin.portal.api;

import org.jspecify.annotations.NullMarked;
