/**
 * What makes a statement of the portal provable: the keys it signs with, signatures of documents (CMS), and compact signed
 * statements (JWS) that can be checked off line with the published keys.
 *
 * <p>May import {@code shared} and {@code platform}. The only package that imports Bouncy Castle.
 */
@NullMarked
package org.chengxin.proof;

import org.jspecify.annotations.NullMarked;
