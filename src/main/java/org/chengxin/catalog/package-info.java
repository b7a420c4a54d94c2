/**
 * The catalogue: record types read from {@code record-types/*.yaml}. A new type is a new file there.
 *
 * <p>May import {@code shared} only, and Jackson to read YAML.
 */
@NullMarked
package org.chengxin.catalog;

import org.jspecify.annotations.NullMarked;
