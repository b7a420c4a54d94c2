package org.chengxin.portal.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.chengxin.catalog.Catalog;
import org.chengxin.catalog.Polarity;

/**
 * A state of a subject as a word and a shape; colour only supports. What was repaired has no mark.
 *
 * @param shape {@code seal}, {@code clear}, {@code abnormal}, {@code serious}, {@code pending} or {@code other}
 */
public record Mark(String shape, String word) {

    private static final Map<String, String> SHAPES =
            Map.of("red", "seal", "serious-default", "serious", "abnormal", "abnormal");

    /**
     * The marks of a subject: one per list it is on; and, when no negative record is in publication, that none was found.
     *
     * @param lists list codes with an entry in force
     * @param types codes of types with a record in publication
     */
    static List<Mark> of(Collection<String> lists, Collection<String> types, Catalog catalog, Labels labels) {
        List<Mark> marks = new ArrayList<>();
        for (String list : lists) {
            marks.add(new Mark(SHAPES.getOrDefault(list, "other"), labels.listed(list)));
        }
        if (clear(types, catalog)) {
            marks.add(new Mark("clear", labels.words().get("mark.clear")));
        }
        return List.copyOf(marks);
    }

    /** That a record is under objection: 异议处理中. */
    static Mark pending(Words words) {
        return new Mark("pending", words.get("mark.pending"));
    }

    /** Whether none of the types speaks against a subject. */
    static boolean clear(Collection<String> types, Catalog catalog) {
        return types.stream().noneMatch(type -> catalog.type(type)
                .filter(known -> known.polarity() == Polarity.NEGATIVE)
                .isPresent());
    }
}
