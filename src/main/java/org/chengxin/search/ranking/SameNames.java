package org.chengxin.search.ranking;

import java.util.List;
import org.chengxin.search.text.FoldedText;
import org.chengxin.search.text.NameParts;
import org.chengxin.search.text.NameParts.Part;

/** Counts names that are nearly the same (同名): alike but for the place before them and the form behind. */
public final class SameNames {

    private SameNames() {}

    /** How many names are nearly the same as the first, itself included; 0 where the first has no name of its own. */
    public static int count(List<Ranked> ranked) {
        String own = ranked.isEmpty() ? "" : own(ranked.get(0).folded());
        if (own.isEmpty()) {
            return 0;
        }
        int same = 0;
        for (Ranked one : ranked) {
            FoldedText name = one.folded();
            // cutting costs: only names that can be the same are cut
            same += name.text().contains(own) && own(name).equals(own) ? 1 : 0;
        }
        return same;
    }

    /** The characters that are neither place nor form. */
    private static String own(FoldedText name) {
        NameParts parts = NameParts.of(name);
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (parts.at(i) != Part.REGION && parts.at(i) != Part.FORM) {
                own.append(name.at(i));
            }
        }
        return own.toString();
    }
}
