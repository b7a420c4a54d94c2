/**
 * Whose site an address is: sites bound to subjects, proofs of it (网站主体核验), and addresses that merely look like one.
 *
 * <p>May import {@code shared}, {@code platform}, {@code catalog}, {@code subject}, {@code record} (through {@code Archives}
 * only) and of {@code search} how texts are read.
 */
@NullMarked
package org.chengxin.site;

import org.jspecify.annotations.NullMarked;
