/**
 * Who may do what: keys of the API with their scopes, domains, ends and allowances.
 *
 * <p>May import {@code shared} and {@code platform} only.
 */
@NullMarked
package org.chengxin.access;

import org.jspecify.annotations.NullMarked;
