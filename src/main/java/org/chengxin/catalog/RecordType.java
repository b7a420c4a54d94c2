package org.chengxin.catalog;

import java.util.List;
import java.util.Optional;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;

/**
 * A kind of credit record (信用记录), described by one file of {@code record-types/}.
 *
 * @param code stable code, e.g. {@code penalty}
 * @param name what a reader sees
 * @param polarity for or against the subject
 * @param standard the standard or rule whose fields it follows
 * @param list code of the list it is an entry of ({@code red}, {@code serious-default}, {@code abnormal}), null for none
 * @param document kind of one-page document its records stand in, null for none
 * @param section page and PDF section it stands in, see {@link Section}
 * @param order place among the types, ascending
 * @param publication how and how long it is published
 * @param key names of the fields that, with type and subject, tell one record from another
 * @param title names of the fields whose values name a record, the first present one is taken
 * @param fields all fields in the order they are shown, those of the subject block first
 */
public record RecordType(
        String code,
        LocalName name,
        Polarity polarity,
        String standard,
        @Nullable String list,
        @Nullable DocumentKind document,
        Section section,
        int order,
        Publication publication,
        List<String> key,
        List<String> title,
        List<FieldDef> fields) {

    /**
     * How a type is published.
     *
     * @param rule rule family of {@code publication-rules/*.yaml}
     * @param decidedOnly whether a record stays a lead (shown to authorities only) until an authority decided
     * @param shown whether the public sees it at all; false for grades by default
     * @param naturalPersons whether it is public for natural persons too, as a list or penalty rule orders
     */
    public record Publication(String rule, boolean decidedOnly, boolean shown, boolean naturalPersons) {}

    /** The field of a name, those of the subject block too. */
    public Optional<FieldDef> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The field that plays a role; a role is played once at the most. */
    public Optional<FieldDef> field(FieldRole role) {
        return fields.stream().filter(field -> field.role() == role).findFirst();
    }

    /** Fields of the record itself, without the subject block. */
    public List<FieldDef> recordFields() {
        return fields.stream().filter(field -> !field.ofSubject()).toList();
    }
}
