/**
 * The portal on other people's pages: the look-up and the mark (主体标识) as a script, a frame and a picture, each mark bound
 * to the sites of its subject.
 *
 * <p>May import {@code shared}, {@code catalog}, {@code subject}, {@code record} (through {@code Archives} only), {@code site} and
 * {@code platform} for settings, languages and the edge of the store. The script itself is {@code frontend/src/widget}.
 */
@NullMarked
package org.chengxin.widget;

import org.jspecify.annotations.NullMarked;
