package org.chengxin.intake;

import java.util.List;
import java.util.Map;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.FieldDef;
import org.chengxin.catalog.RecordType;

/** The columns of a sheet of records: those of the catalogue, and three that no type has. */
final class RecordColumns {

    /** Place of the subject. */
    static final String REGION = "@region";
    /** Which record type a row is of, in files that hold several. */
    static final String TYPE = "@type";
    /** Who states the row, where the catalogue has no such field. */
    static final String SOURCE = "@source";

    private static final List<String> REGION_HEADINGS =
            List.of("region", "所在地区", "所属地区", "地区", "地域", "province", "省份", "所属省份");
    private static final List<String> TYPE_HEADINGS = List.of("record_type", "recordType", "记录类型", "信息类别");
    private static final List<String> SOURCE_HEADINGS = List.of("source", "来源");

    /** Words older files use for a type; 黑名单 is what the serious default list was called. */
    private static final Map<String, String> OLD_TYPE_WORDS = Map.of(
            "blacklist", "serious-default",
            "黑名单", "serious-default",
            "inspection_failure", "supervision",
            "抽检不合格", "supervision");

    private RecordColumns() {}

    /** All columns of a sheet of one type, those a mapping file names first. */
    static ColumnMap map(RecordType type, Mapping mapping) {
        ColumnMap map = new ColumnMap();
        // The columns of the record come before those of the subject block: a type may mean its own 名称 by it.
        for (boolean ofSubject : new boolean[] {false, true}) {
            for (FieldDef field : type.fields()) {
                if (field.ofSubject() == ofSubject) {
                    map.with(field.name(), field.name()).with(field.label().zh(), field.name());
                    map.with(field.columns(), field.name());
                }
            }
        }
        map.with(TYPE_HEADINGS, TYPE).with(REGION_HEADINGS, REGION).with(SOURCE_HEADINGS, SOURCE);
        mapping.fields().forEach((heading, field) -> {
            if (!field.isEmpty() && !field.equals("region") && type.field(field).isEmpty()) {
                throw ImportException.wrongUse("mapping.field", heading, field);
            }
            map.override(heading, field.equals("region") ? REGION : field);
        });
        if (mapping.typeColumn() != null) {
            map.override(mapping.typeColumn(), TYPE);
        }
        return map;
    }

    /** Whether the word of a type column means this type; words that mean no type at all do not exclude the row. */
    static boolean isOf(RecordType type, String word, Mapping mapping, Catalog catalog) {
        String code = mapping.types().getOrDefault(word, OLD_TYPE_WORDS.getOrDefault(word, word));
        return code.equals(type.code())
                || word.equals(type.name().zh())
                || (catalog.types().stream()
                                .noneMatch(other -> other.code().equals(code)
                                        || other.name().zh().equals(word))
                        && !OLD_TYPE_WORDS.containsKey(word)
                        && !mapping.types().containsKey(word));
    }
}
