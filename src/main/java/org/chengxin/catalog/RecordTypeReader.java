package org.chengxin.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.shared.NameKey;

/** Reads one file of {@code record-types/} and checks it as a whole. */
final class RecordTypeReader {

    private final List<FieldDef> before;
    private final List<FieldDef> after;

    RecordTypeReader(List<FieldDef> before, List<FieldDef> after) {
        this.before = before;
        this.after = after;
    }

    RecordType read(YamlObject file) {
        String code = file.text("code");
        if (!code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw file.wrong("code", code + " must be lower case with hyphens");
        }
        List<FieldDef> fields = new ArrayList<>(before);
        List<FieldDef> own = FieldReader.fields(file, file.audiences("base"));
        own.stream().filter(FieldDef::ofSubject).findFirst().ifPresent(field -> {
            throw file.wrong("fields." + field.name(), "has a subject role, which belongs in record-subject.yaml");
        });
        fields.addAll(own);
        fields.addAll(after);
        distinct(file, fields);
        RecordType type = new RecordType(
                code,
                file.localName("name"),
                file.constant("polarity", Polarity.class),
                file.text("standard"),
                file.optionalText("list"),
                file.optionalConstant("document", DocumentKind.class),
                file.constant("section", Section.class),
                file.integer("order"),
                publication(file.object("publication")),
                names(file, "key", fields),
                names(file, "title", fields),
                List.copyOf(fields));
        file.noMoreKeys();
        return type;
    }

    private static RecordType.Publication publication(YamlObject object) {
        var publication = new RecordType.Publication(
                object.text("rule"), object.flag("decidedOnly"), object.flag("shown"), object.flag("naturalPersons"));
        object.noMoreKeys();
        return publication;
    }

    private static List<String> names(YamlObject file, String key, List<FieldDef> fields) {
        List<String> names = file.texts(key);
        if (names.isEmpty()) {
            throw file.wrong(key, "must name at least one field");
        }
        for (String name : names) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                throw file.wrong(key, "names " + name + ", which is not a field");
            }
        }
        return names;
    }

    /** No two fields share a name, a role or, however it is spelt, a column heading. */
    private static void distinct(YamlObject file, List<FieldDef> fields) {
        Map<String, String> byName = new HashMap<>();
        Map<FieldRole, String> byRole = new EnumMap<>(FieldRole.class);
        Map<String, String> byHeading = new HashMap<>();
        for (FieldDef field : fields) {
            String place = "fields." + field.name();
            if (byName.put(field.name(), field.name()) != null) {
                throw file.wrong(place, "is a name the common blocks use already");
            }
            if (field.role() != null) {
                String other = byRole.put(field.role(), field.name());
                if (other != null) {
                    throw file.wrong(place, "has the role of " + other + " too");
                }
            }
            for (String heading : headings(field)) {
                String other = byHeading.put(heading, field.name());
                if (other != null) {
                    throw file.wrong(place, "the column " + heading + " belongs to " + other + " too");
                }
            }
        }
    }

    private static Set<String> headings(FieldDef field) {
        Set<String> headings = new LinkedHashSet<>();
        headings.add(NameKey.of(field.name()));
        headings.add(NameKey.of(field.label().zh()));
        field.columns().forEach(column -> headings.add(NameKey.of(column)));
        return headings;
    }
}
