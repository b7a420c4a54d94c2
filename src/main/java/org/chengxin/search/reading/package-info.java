/**
 * What people really type: small recognisers, asked in one order, of invoices, share texts, document numbers, personal
 * numbers and the like.
 *
 * <p>May import {@code search}, {@code search.text} and {@code shared} only.
 */
@NullMarked
package org.chengxin.search.reading;

import org.jspecify.annotations.NullMarked;
