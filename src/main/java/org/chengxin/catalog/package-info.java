/**
 * The catalogue: record types read from {@code record-types/*.yaml}. A new type is a new file there.
 *
 * <p>May import {@code shared} only, Spring core to find the files and Jackson to read YAML.
 */
@NullMarked
package org.chengxin.catalog;

import org.jspecify.annotations.NullMarked;
