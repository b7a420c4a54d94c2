package org.chengxin.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengxin.shared.Codes;
import org.chengxin.shared.LocalName;
import org.jspecify.annotations.Nullable;

/** Reads the {@code fields} of one file into {@link FieldDef}s and checks each by itself. */
final class FieldReader {

    private static final Set<String> FLAGS = Set.of("required", "search", "filter", "facet", "summary");
    private static final Set<String> UNITS = Set.of("元", "万元");

    private FieldReader() {}

    /** All fields of a file, in order; {@code base} is what audiences get where a field says nothing. */
    static List<FieldDef> fields(YamlObject file, Map<Audience, Visibility> base) {
        List<FieldDef> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlObject object : file.objects("fields")) {
            FieldDef field = field(object, base);
            if (!names.add(field.name())) {
                throw object.wrong("name", "is used by two fields");
            }
            fields.add(field);
        }
        return fields;
    }

    private static FieldDef field(YamlObject object, Map<Audience, Visibility> base) {
        String name = object.text("name");
        if (!name.matches("[a-z][A-Za-z0-9]*")) {
            throw object.wrong("name", "must be camel case");
        }
        FieldRole role = object.optionalConstant("role", FieldRole.class);
        FieldKind kind = object.constant("kind", FieldKind.class);
        LocalName label = object.localName("label");
        List<String> columns = object.texts("columns");
        Map<String, LocalName> options = object.localNames("options");
        Set<String> flags = flags(object);
        Map<Audience, Visibility> visibility = visibility(object, kind, base);
        String unit = unit(object, kind);
        if ((kind == FieldKind.CODE) == options.isEmpty()) {
            throw object.wrong(
                    "options", kind == FieldKind.CODE ? "is missing" : "belongs to fields of kind code only");
        }
        object.noMoreKeys();
        return new FieldDef(
                name,
                role,
                kind,
                label,
                flags.contains("required"),
                columns,
                unit,
                options,
                visibility,
                flags.contains("search"),
                flags.contains("filter"),
                flags.contains("facet"),
                flags.contains("summary"));
    }

    private static Set<String> flags(YamlObject object) {
        Set<String> flags = new HashSet<>(object.texts("flags"));
        for (String flag : flags) {
            if (!FLAGS.contains(flag)) {
                throw object.wrong(
                        "flags",
                        flag + " is not known; use "
                                + String.join(", ", FLAGS.stream().sorted().toList()));
            }
        }
        return flags;
    }

    private static @Nullable String unit(YamlObject object, FieldKind kind) {
        String unit = object.optionalText("columnUnit");
        if ((kind == FieldKind.MONEY) != (unit != null)) {
            throw object.wrong(
                    "columnUnit", kind == FieldKind.MONEY ? "is missing" : "belongs to fields of kind money only");
        }
        if (unit != null && !UNITS.contains(unit)) {
            throw object.wrong("columnUnit", "must be 元 or 万元");
        }
        return unit;
    }

    private static Map<Audience, Visibility> visibility(
            YamlObject object, FieldKind kind, Map<Audience, Visibility> base) {
        Map<Audience, Visibility> visibility = new EnumMap<>(Audience.class);
        visibility.putAll(base);
        visibility.putAll(object.audiences("visibility"));
        for (Audience audience : Audience.values()) {
            Visibility given = visibility.get(audience);
            if (given == null) {
                throw object.wrong("visibility", "says nothing for " + Codes.of(audience));
            }
            guard(object, kind, audience, given);
        }
        return Map.copyOf(visibility);
    }

    /** A slip in a data file must not publish what the law forbids to publish. */
    private static void guard(YamlObject object, FieldKind kind, Audience audience, Visibility given) {
        boolean outside = audience == Audience.PUBLIC || audience == Audience.PLATFORM;
        boolean number = kind == FieldKind.PHONE || kind == FieldKind.ACCOUNT;
        if (kind == FieldKind.IDENTITY && outside && given != Visibility.HIDE) {
            throw object.wrong("visibility", "an identity number is hidden from public and platform");
        }
        if (kind == FieldKind.IDENTITY && given == Visibility.SHOW) {
            throw object.wrong("visibility", "an identity number is never shown in full");
        }
        if (number && audience == Audience.PUBLIC && given != Visibility.HIDE) {
            throw object.wrong("visibility", "a phone or account number is hidden from the public");
        }
    }
}
