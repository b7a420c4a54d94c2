/**
 * The public pages: rendered on the server from the templates of {@code src/main/jte}, complete without JavaScript.
 *
 * <p>One controller and one view model per page family; {@link org.chengxin.portal.page.Words} and
 * {@link org.chengxin.portal.page.Labels} hold every visible word, {@link org.chengxin.portal.page.Formats} every form of
 * a date, sum or code. May import {@code shared}, {@code catalog}, {@code subject}, {@code record} (its {@code Archives}
 * and what they answer), {@code search}, {@code report} (verification), {@code rights} (objections), {@code site}, {@code widget} (snippets) and {@code platform} (settings); only importer of
 * JTE.
 */
@NullMarked
package org.chengxin.portal.page;

import org.jspecify.annotations.NullMarked;
