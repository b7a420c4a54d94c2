package org.chengxin.intake;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengxin.intake.value.Texts;
import org.chengxin.shared.NameKey;
import org.jspecify.annotations.Nullable;

/** Which field a column of a file goes to, by its heading: width, case, blanks, stars and brackets aside. */
final class ColumnMap {

    /** Headings remembered: those of any honest file. */
    private static final int MOST = 5_000;

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Optional<String>> resolved = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    /** Adds a heading; the first to claim one keeps it, as fields come in the order of their weight. */
    ColumnMap with(String heading, String field) {
        fields.putIfAbsent(key(heading), field);
        return this;
    }

    ColumnMap with(List<String> headings, String field) {
        headings.forEach(heading -> with(heading, field));
        return this;
    }

    /** Adds a heading against whatever had it; an empty field leaves the column out. */
    ColumnMap override(String heading, String field) {
        fields.put(key(heading), field);
        return this;
    }

    /** The field of a heading, null for a column nothing is known about or that is left out. */
    @Nullable
    String field(String heading) {
        Optional<String> field = resolved.get(heading);
        if (field == null) {
            field = find(heading);
            // lines of JSON may each have other names, without end
            if (resolved.size() < MOST) {
                resolved.put(heading, field);
                if (field.isEmpty()) {
                    unknown.add(heading);
                }
            }
        }
        return field.filter(name -> !name.isEmpty()).orElse(null);
    }

    boolean known(String heading) {
        return !heading.isBlank() && find(heading).isPresent();
    }

    private Optional<String> find(String heading) {
        String key = key(heading);
        String field = fields.get(key);
        if (field == null) {
            // 罚款金额（万元） is 罚款金额 with a unit, 名称（必填） is 名称 with a remark.
            field = fields.get(key.replaceFirst("\\([^()]*\\)$", ""));
        }
        return Optional.ofNullable(field);
    }

    /** The unit of money a heading states, null when it states none. */
    static @Nullable String unit(String heading) {
        String narrow = Texts.narrow(heading);
        return narrow.contains("万元") ? "万元" : narrow.matches(".*[(（:：_]\\s*元\\s*[)）]?.*") ? "元" : null;
    }

    /** Headings met that no field is known for, the first of them when there are thousands. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    private static String key(String heading) {
        return NameKey.of(heading).replaceAll("[*＊:_-]", "");
    }
}
