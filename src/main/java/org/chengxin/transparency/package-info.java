/**
 * The transparency log: every publication, correction and end of a record and every issued document as a salted hash in an
 * append-only Merkle tree (RFC 6962), so that anybody can check that nothing was changed, dropped or slipped in, and nobody can
 * tell which record went.
 *
 * <p>May import {@code shared}, {@code platform}, {@code catalog}, {@code subject}, {@code record} (through {@code Archives}
 * only) and {@code proof} for signed heads.
 */
@NullMarked
package org.chengxin.transparency;

import org.jspecify.annotations.NullMarked;
