/**
 * What others need of lists: the joint measures (失信惩戒措施) that stand against a subject, and the red list for those who keep a
 * copy of it.
 *
 * <p>May import {@code shared}, {@code catalog}, {@code subject}, {@code record} (through {@code Archives} and
 * {@code PublicFigures} only) and {@code platform} for the edge of the store.
 */
@NullMarked
package org.chengxin.lists;

import org.jspecify.annotations.NullMarked;
