package org.chengxin.catalog;

import java.util.List;
import java.util.Map;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record type, as its file describes it.
 *
 * @param name camel-case name, unique within the type; also the API property
 * @param role what it means to the record as a whole, null for type-specific data
 * @param kind how the value is read and shown
 * @param label what a reader sees
 * @param required whether a record without it is incomplete: kept for the desk, never public
 * @param columns import column headings accepted, beside the name and the Chinese label
 * @param columnUnit unit of MONEY columns in sheets: {@code 元} or {@code 万元}; null when not money
 * @param options codes of a CODE field to their labels, in order; empty otherwise
 * @param visibility what each audience gets; every audience is present
 * @param search whether full text finds it
 * @param filter whether lists can be narrowed by it
 * @param facet whether it is counted beside results
 * @param summary whether it stands in the short row of a list, page or PDF table
 */
public record FieldDef(
        String name,
        @Nullable FieldRole role,
        FieldKind kind,
        LocalName label,
        boolean required,
        List<String> columns,
        @Nullable String columnUnit,
        Map<String, LocalName> options,
        Map<Audience, Visibility> visibility,
        boolean search,
        boolean filter,
        boolean facet,
        boolean summary) {

    /** Whether this describes the subject rather than the record. */
    public boolean ofSubject() {
        return role != null && role.name().startsWith("SUBJECT_");
    }
}
