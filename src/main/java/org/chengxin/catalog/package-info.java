/**
 * The catalogue: record types read from {@code record-types/*.yaml}. A new type is a new file there.
 *
 * <p>A file has {@code code, name, polarity, standard, list, section, order, publication, key, title, base, fields} as
 * {@link org.chengxin.catalog.RecordType} explains them; {@code base} is what audiences get of a field that says nothing. A
 * field has {@code name, role, kind, columnUnit, label, columns, flags, visibility, options} after {@link
 * org.chengxin.catalog.FieldDef}; {@code flags} are {@code required, search, filter, facet, summary}. Constants are written
 * in lower case with hyphens. {@code record-subject.yaml} and {@code record-common.yaml} describe what all types share.
 *
 * <p>May import {@code shared} only, Spring core to find the files and Jackson to read YAML.
 */
@NullMarked
package org.chengxin.catalog;

import org.jspecify.annotations.NullMarked;
