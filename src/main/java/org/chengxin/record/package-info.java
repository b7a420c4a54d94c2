/**
 * Credit records (信用记录): versions, states, publication rules, the store, and what each audience may see of them.
 *
 * <p>May import {@code shared}, {@code platform}, {@code catalog}, {@code subject}, and Spring JDBC for the store. Doors use
 * {@link org.chengxin.record.Archives} only: it applies visibility, masks and ends.
 */
@NullMarked
package org.chengxin.record;

import org.jspecify.annotations.NullMarked;
