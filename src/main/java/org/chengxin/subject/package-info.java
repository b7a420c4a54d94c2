/**
 * Who carries credit (信用主体): kinds, identities, names, sites, branches, and their store.
 *
 * <p>May import {@code shared} and {@code platform.store}, and Spring JDBC for the store.
 */
@NullMarked
package org.chengxin.subject;

import org.jspecify.annotations.NullMarked;
